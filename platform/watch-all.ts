import { z } from 'zod';
import type { EngineClient } from '../engine/client.ts';
import { openSearch } from '../engine/opensearch/client.ts';
import { importProgress } from '../engine/opensearch/import-progress.ts';
import { settlesWithin } from '../engine/wait.ts';
import { answers } from './http.ts';
import type { Group } from './processes/group.ts';
import { type Watch, watch } from './processes/watchdog.ts';
import type { Ready } from './ready.ts';
import { gatewayAnswers } from './services/gateway.ts';
import { unstick } from './unstick.ts';

const healthSchema = z.object({ status: z.enum(['up', 'degraded', 'down']) });
const CALL_MS = 5000;
/**
 * Workers recover from trouble by themselves, and Tasklist answers late on a machine that is only busy; the
 * launcher steps in when they do not.
 */
const PATIENCE_MS = 180_000;

/** Watches everything that is known to hang without ending, until the signal. */
export function watchAll(
  group: Group,
  ready: Ready,
  engine: EngineClient,
  signal: AbortSignal,
  log: (line: string) => void,
): void {
  const search = openSearch(ready.search);
  const imports = importProgress(search);
  const probes: Record<string, Omit<Watch, 'service'>> = {
    opensearch: { probe: () => answers(`${ready.search}/_cluster/health`, CALL_MS) },
    engine: { probe: () => hasLeader(engine) },
    web: {
      probe: async () => (await answers(`${ready.web}/tasklist`, CALL_MS)) && (await takesIn()),
      patienceMs: PATIENCE_MS,
    },
    gateway: {
      probe: () =>
        gatewayAnswers(
          Number(new URL(ready.gateway).port),
          ready.gateway.startsWith('https:'),
          CALL_MS,
        ),
      patienceMs: PATIENCE_MS,
    },
    modeler: {
      probe: () => answers(`${ready.modeler}/health`, CALL_MS),
      patienceMs: PATIENCE_MS,
    },
    workers: {
      probe: () => doTheirPart(ready.workers),
      patienceMs: PATIENCE_MS,
    },
  };

  /** An importer that stands still before a variable that it can never take in goes on after a new start alone. */
  async function takesIn(): Promise<boolean> {
    if (await imports()) return true;
    if (!(await unstick(search, log))) return false;
    const web = group.services().find(({ name }) => name === 'web');
    web?.replace('its importers held a variable that they can never take in');
    return false;
  }

  for (const service of group.services()) {
    const probe = probes[service.name];
    if (probe !== undefined) void watch({ service, ...probe }, signal);
  }
}

/** Workers that only see Tasklist's importer stand still are not helped by a new start. */
async function doTheirPart(workers: string): Promise<boolean> {
  const response = await fetch(`${workers}/health`, { signal: AbortSignal.timeout(CALL_MS) });
  const { status } = healthSchema.parse(await response.json());
  return status !== 'down';
}

/** A gateway that is half dead still accepts connections; only a broker's answer counts (#32572). */
async function hasLeader(engine: EngineClient): Promise<boolean> {
  const topology = engine.topology();
  if (!(await settlesWithin(topology, CALL_MS))) return false;
  const { brokers } = await topology;
  return brokers.some(({ partitions }) => partitions.some(({ role }) => String(role) === 'LEADER'));
}
