import { coverageRoutes } from '../coverage/api.ts';
import { libraryRoutes } from '../library/api.ts';
import { lintingRoutes } from '../linting/api.ts';
import { publishingRoutes } from '../publishing/api.ts';
import { scenarioRoutes } from '../scenario/api.ts';
import { sessionRoutes } from '../../site/api/session.ts';

/** The whole HTTP API by the names of its operations: server, client and OpenAPI are made from it. */
export const routes = {
  ...sessionRoutes,
  ...libraryRoutes,
  ...lintingRoutes,
  ...publishingRoutes,
  ...coverageRoutes,
  ...scenarioRoutes,
};

export type RouteName = keyof typeof routes;
