import { feature } from '../../site/feature.ts';
import { scenarioRoutes } from './api.ts';

export const scenario = feature({
  name: 'scenario',
  routes: scenarioRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/scenario': 'ScenarioPage' },
  menu: '推演',
});
