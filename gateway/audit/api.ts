import { auditPage, auditQuery } from '../../site/api/audit.ts';
import { route } from '../../site/api/route.ts';
import { ADMINISTER } from '../api/user.ts';

export const auditRoutes = {
  readAudit: route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who wrote what at any wing, newest first; `before` is the last id seen',
    who: ADMINISTER,
    query: auditQuery,
    answer: auditPage,
  }),
};
