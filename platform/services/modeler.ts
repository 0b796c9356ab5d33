import { join } from 'node:path';
import { answers } from '../http.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { Settings } from '../settings/settings.ts';
import { addressesOf } from './addresses.ts';
import { nodeCommand } from './node-program.ts';

type Variables = Record<string, string>;

/** Where the modeler keeps its models; `published/` in it is what is deployed. */
export function modelerFolder({ DATA_FOLDER }: Settings): string {
  return join(DATA_FOLDER, 'modeler');
}

/**
 * The web modeler. `engine` tells it, by the SDK's own settings, where the engine is; `client` is the folder of the
 * built pages.
 */
export function modelerService(
  settings: Settings,
  database: string,
  engine: Variables,
  client: string,
): ServiceSpec {
  const { ports, DATA_FOLDER } = settings;
  const { modeler, operate, tasklist } = addressesOf(settings);
  return {
    name: 'modeler',
    label: '模型管理',
    ...nodeCommand('web-modeler/server/main.ts', DATA_FOLDER),
    env: {
      MODELER_PORT: String(ports.modeler),
      MODELER_FOLDER: modelerFolder(settings),
      MODELER_CLIENT: client,
      DATABASE_URL: database,
      MODELS_FOLDER: settings.MODELS_FOLDER,
      EXAMPLES_FOLDER: settings.EXAMPLES_FOLDER,
      ORGANIZATION_FILE: settings.ORGANIZATION_FILE,
      HOLIDAY_FOLDER: settings.HOLIDAY_FOLDER,
      LOGIN_URL: new URL(tasklist).origin,
      OPERATE_URL: operate,
      ...engine,
    },
    end: 'SIGTERM',
    endsWithinMs: 15_000,
    readyWithinMs: 120_000,
    isReady: () => answers(`${modeler}/health`),
  };
}
