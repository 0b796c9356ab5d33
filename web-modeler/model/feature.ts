import { feature } from '../../site/feature.ts';
import { modelRoutes } from './api.ts';

export const model = feature({
  name: 'model',
  routes: modelRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/model': 'ModelPage', '/new': 'NewModelPage' },
  under: '模型库',
});
