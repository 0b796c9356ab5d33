import { feature } from '../../site/feature.ts';
import { accountRoutes } from './api.ts';

export const account = feature({
  name: 'account',
  routes: accountRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/account': 'AccountPage' },
  menu: '我的账户',
});
