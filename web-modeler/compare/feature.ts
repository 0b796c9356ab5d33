import { feature } from '../../site/feature.ts';

export const compare = feature({
  name: 'compare',
  page: () => import('./page/index.ts'),
  places: { '/compare': 'ComparePage' },
  under: '模型库',
});
