import { feature } from '../../site/feature.ts';

export const start = feature({
  name: 'start',
  page: () => import('./page/index.ts'),
  places: { '/': 'StartPage' },
  menu: '首页',
});
