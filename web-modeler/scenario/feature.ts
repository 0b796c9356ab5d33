import { feature } from '../../site/feature.ts';
import { may, type User } from '../api/rights.ts';
import { scenarioRoutes } from './api.ts';

export const scenario = feature({
  name: 'scenario',
  routes: scenarioRoutes,
  server: () => import('./server/index.ts'),
  page: () => import('./page/index.ts'),
  places: { '/scenario': 'ScenarioPage' },
  menu: '推演',
  menuFor: (user: User) => may(user, 'edit'),
});
