import { feature } from '../../site/feature.ts';
import { publishingRoutes } from './api.ts';

export const publishing = feature({
  name: 'publishing',
  routes: publishingRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: {
    '/submissions': 'SubmissionsPage',
    '/submissions/:id': 'SubmissionPage',
    '/submit': 'SubmitPage',
  },
  menu: '提交与发布',
});
