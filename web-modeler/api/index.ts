import { coverageRoutes } from './coverage.ts';
import { libraryRoutes } from './library.ts';
import { lintingRoutes } from './linting.ts';
import { publishingRoutes } from './publishing.ts';
import { scenarioRoutes } from './scenario.ts';
import { sessionRoutes } from './session.ts';

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
