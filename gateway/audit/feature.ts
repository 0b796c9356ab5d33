import { feature } from '../../site/feature.ts';
import type { User } from '../api/user.ts';
import { auditRoutes } from './api.ts';

export const audit = feature({
  name: 'audit',
  routes: auditRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/audit': 'AuditPage' },
  menu: '操作记录',
  menuFor: ({ administrator }: User) => administrator,
});
