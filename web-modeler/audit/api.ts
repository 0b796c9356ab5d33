import { auditPage, auditQuery } from '../../site/api/audit.ts';
import { route } from '../../site/api/route.ts';
import { READ } from '../api/rights.ts';

export const auditRoutes = {
  readAudit: route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who wrote what in the modeler, newest first; `before` is the last id seen',
    who: READ,
    query: auditQuery,
    answer: auditPage,
  }),
};
