import { feature } from '../../site/feature.ts';
import { libraryRoutes } from './api.ts';

export const library = feature({
  name: 'library',
  routes: libraryRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/': 'LibraryPage' },
  menu: '模型库',
});
