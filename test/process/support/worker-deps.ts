import { timeSource } from '../../../engine/clock.ts';
import { connectEngine } from '../../../engine/connect.ts';
import { correlate } from '../../../engine/messages.ts';
import { loadCalendar } from '../../../files/holidays.ts';
import { loadSteps } from '../../../models/load.ts';
import { noticesIn } from '../../../models/notices.ts';
import { signedAtDoor } from '../../../workers/close-task/signed-at-door.ts';
import type { Deps } from '../../../workers/handler.ts';
import { people } from './people.ts';
import type { World } from './world.ts';

/** What the workers' main gives the handlers, on the engine and the records of the tests. */
export async function workerDeps({ grpc, rest, management, records }: World): Promise<Deps> {
  const engine = connectEngine({
    ZEEBE_GRPC_ADDRESS: grpc,
    ZEEBE_REST_ADDRESS: rest,
    CAMUNDA_OAUTH_DISABLED: true,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
  });
  const now = timeSource(management);
  const calendar = loadCalendar('test/process/support/holidays');
  const steps = await loadSteps('bpmn');
  return {
    records,
    directory: people(),
    calendar: () => calendar,
    now,
    signatureOf: signedAtDoor(records, now),
    correlate: (message) => correlate(engine.restOnce, message),
    notices: noticesIn('bpmn'),
    steps: async () => steps,
  };
}
