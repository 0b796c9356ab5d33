import { feature } from '../../site/feature.ts';
import { lintingRoutes } from './api.ts';

export const linting = feature({
  name: 'linting',
  routes: lintingRoutes,
  server: () => import('./server/index.ts'),
});
