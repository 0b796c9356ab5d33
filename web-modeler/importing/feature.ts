import { feature } from '../../site/feature.ts';
import { importingRoutes } from './api.ts';

export const importing = feature({
  name: 'importing',
  routes: importingRoutes,
  server: () => import('./server/index.ts'),
});
