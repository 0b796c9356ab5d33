import { feature } from '../../site/feature.ts';
import { historyRoutes } from './api.ts';

export const history = feature({
  name: 'history',
  routes: historyRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/history': 'HistoryPage' },
  under: '模型库',
});
