import { feature } from '../../site/feature.ts';
import { mapRoutes } from './api.ts';

export const map = feature({
  name: 'map',
  routes: mapRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/map': 'MapPage' },
  menu: '关系图',
});
