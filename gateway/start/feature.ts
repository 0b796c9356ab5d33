import { feature } from '../../site/feature.ts';

export const start = feature({
  name: 'start',
  page: () => import('./page/index.ts'),
  places: { '/': 'StartPage', '/sign-in': 'GoOn' },
  menu: '首页',
});
