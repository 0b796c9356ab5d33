import { feature } from '../../site/feature.ts';
import type { User } from '../api/user.ts';
import { accountsRoutes } from './api.ts';

export const accounts = feature({
  name: 'accounts',
  routes: accountsRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/accounts': 'AccountsPage' },
  menu: '账户管理',
  menuFor: ({ administrator }: User) => administrator,
});
