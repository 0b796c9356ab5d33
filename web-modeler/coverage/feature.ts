import { feature } from '../../site/feature.ts';
import { coverageRoutes } from './api.ts';

export const coverage = feature({
  name: 'coverage',
  routes: coverageRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/coverage': 'CoveragePage' },
  menu: '法规覆盖',
});
