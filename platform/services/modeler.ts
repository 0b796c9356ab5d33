import { join } from 'node:path';
import { demoPasswordAt } from '../../site/server/sign-in/accounts.ts';
import { answers } from '../http.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { ClusterWeb, Settings } from '../settings/settings.ts';
import { addressesOf } from './addresses.ts';
import { nodeCommand } from './node-program.ts';

type Variables = Record<string, string>;

/** Where the modeler keeps its models; `published/` in it is what is deployed. */
export function modelerFolder({ DATA_FOLDER }: Settings): string {
  return join(DATA_FOLDER, 'modeler');
}

/** What the modeler is told of its surroundings; `engine` says by the SDK's own settings where the engine is. */
export type ModelerSurroundings = {
  database: string;
  engine: Variables;
  /** The folder of the built pages. */
  client: string;
  web: ClusterWeb;
};

/** The web modeler. */
export function modelerService(
  settings: Settings,
  { database, engine, client, web }: ModelerSurroundings,
): ServiceSpec {
  const { ports, DATA_FOLDER } = settings;
  return {
    name: 'modeler',
    label: '模型管理',
    ...nodeCommand('web-modeler/server/main.ts', DATA_FOLDER),
    env: {
      MODELER_PORT: String(ports.modeler),
      MODELER_FOLDER: modelerFolder(settings),
      MODELER_CLIENT: client,
      // The gateway, on this machine, says who really asks.
      MODELER_TRUST_PROXY: 'loopback',
      SESSION_SECRET_FILE: join(DATA_FOLDER, 'session-secret'),
      DATABASE_URL: database,
      MODELS_FOLDER: settings.MODELS_FOLDER,
      EXAMPLES_FOLDER: settings.EXAMPLES_FOLDER,
      ORGANIZATION_FILE: settings.ORGANIZATION_FILE,
      HOLIDAY_FOLDER: settings.HOLIDAY_FOLDER,
      DEMO_PASSWORD: isDemonstration(settings) ? settings.DEMO_PASSWORD : '',
      OPERATE_URL: web.operate,
      SEARCH_URL: web.search ?? '',
      ...engine,
    },
    end: 'SIGTERM',
    endsWithinMs: 15_000,
    readyWithinMs: 120_000,
    isReady: () => answers(`${addressesOf(settings).modeler}/health`),
  };
}

/** Tasklist, Operate and OpenSearch as they are started here. */
export function ownWeb(settings: Settings): ClusterWeb {
  const { operate, web, search } = addressesOf(settings);
  return { login: web, operate, search };
}

/**
 * Whether the shared password of demonstrations lets people in: nobody but those at this machine reaches the gateway, and
 * nothing is here to stay. Elsewhere people get first passwords (npm run first-password).
 */
function isDemonstration({ cluster, GATEWAY_HOST, GATEWAY_TRUST_PROXY }: Settings): boolean {
  return (
    cluster === undefined &&
    demoPasswordAt({ host: GATEWAY_HOST, proxied: GATEWAY_TRUST_PROXY !== undefined }, 'demo') !==
      undefined
  );
}
