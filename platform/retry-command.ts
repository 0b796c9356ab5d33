import { z } from 'zod';
import { connectOperator } from '../engine/connect.ts';
import { openIncidents, resolve } from '../engine/incidents.ts';
import { loadSteps } from '../models/load.ts';
import { retryCommand } from '../workers/retry/retry.ts';
import { addressesOf } from './services/addresses.ts';
import { readSettings, SettingsError } from './settings/settings.ts';

// `npm run retry`: gives incidents another try, on our own engine or the cluster the SDK's settings name, and mails
// that were given up, at the workers of this machine.
const requeuedSchema = z.object({ requeued: z.number() });
try {
  const settings = readSettings(process.env);
  const { grpc: ZEEBE_GRPC_ADDRESS, rest: ZEEBE_REST_ADDRESS } = addressesOf(settings);
  const own = {
    ...{ ZEEBE_GRPC_ADDRESS, ZEEBE_REST_ADDRESS },
    CAMUNDA_AUTH_STRATEGY: 'NONE' as const,
    CAMUNDA_OAUTH_DISABLED: true,
  };
  const { grpc, rest } = connectOperator(settings.cluster === undefined ? own : {});
  process.exitCode = await retryCommand(process.argv.slice(2), {
    incidents: {
      open: () => openIncidents(rest),
      resolve: (incident) => resolve(grpc, incident),
    },
    requeueMails: () => requeueMails(settings.ports.workers),
    steps: await loadSteps(settings.MODELS_FOLDER),
    say: console.log,
  });
  await grpc.close();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function requeueMails(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/health/mails`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  return requeuedSchema.parse(await response.json()).requeued;
}
