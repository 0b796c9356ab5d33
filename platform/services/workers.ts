import { answers } from '../http.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { Settings } from '../settings/settings.ts';
import { addressesOf } from './addresses.ts';
import { nodeCommand } from './node-program.ts';

type Variables = Record<string, string>;

/**
 * The job workers. `engine` tells them, by the SDK's own settings, where the engine is; `models` is the folder whose
 * labels and notices they use.
 */
export function workersService(
  settings: Settings,
  { database, models, engine }: { database: string; models: string; engine: Variables },
): ServiceSpec {
  const { ports, DATA_FOLDER } = settings;
  return {
    name: 'workers',
    label: '作业程序',
    ...nodeCommand('workers/main.ts', DATA_FOLDER),
    env: { ...workerEnvironment(settings, database, models), ...engine },
    end: 'SIGTERM',
    endsWithinMs: 30_000,
    readyWithinMs: 120_000,
    isReady: () => answers(`http://127.0.0.1:${ports.workers}/health`),
  };
}

/** Our own engine, for the SDK, and the search behind it; its clock can be moved, so mails and moved deadlines ask it what time it is. */
export function ownEngine(settings: Settings): Variables {
  const { grpc, rest, management, search } = addressesOf(settings);
  return {
    CAMUNDA_OAUTH_DISABLED: 'true',
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    ZEEBE_GRPC_ADDRESS: grpc,
    ZEEBE_REST_ADDRESS: rest,
    CLOCK_URL: management,
    SEARCH_URL: search,
  };
}

function workerEnvironment(settings: Settings, database: string, models: string): Variables {
  return {
    DATABASE_URL: database,
    SMTP_URL: settings.SMTP_URL ?? addressesOf(settings).smtp,
    ORGANIZATION_FILE: settings.ORGANIZATION_FILE,
    HOLIDAY_FOLDER: settings.HOLIDAY_FOLDER,
    MODELS_FOLDER: models,
    WORKERS_HTTP_PORT: String(settings.ports.workers),
  };
}
