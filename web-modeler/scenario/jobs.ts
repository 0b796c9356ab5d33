import type { AnyHandler } from '../../workers/handler.ts';
import { handlers } from '../../workers/jobs.ts';
import { Stuck } from './faults.ts';
import { asJson, type Variables } from './feel.ts';
import { type Instance, processOf, visible } from './instance.ts';
import type { Walk } from './walk.ts';

/** Waits for another process that a scenario does not have. */
const NOT_WALKED = new Set(['withdraw']);

const walked = new Map<string, AnyHandler>(
  handlers.filter(({ type }) => !NOT_WALKED.has(type)).map((handler) => [handler.type, handler]),
);

/** Whether a scenario can do a job of that type. */
export function doesJob(type: string): boolean {
  return walked.has(type);
}

/**
 * Runs a worker's own handler for an element, on the scenario's records, directory and time.
 * @throws Stuck, PermanentError where the job would become an incident
 */
export async function runJob(walk: Walk, type: string, instance: Instance): Promise<Variables> {
  const handler = walked.get(type);
  if (!handler) throw new Stuck(`作业“${type}”只能在真实流程中办理，本设想到此为止。`);
  const { key, process, element } = instance;
  walk.working = instance;
  try {
    const answer = await handler.run(
      visible(instance),
      {
        jobKey: `${key}#${type}#${walk.now.getTime()}`,
        processId: process.id,
        processVersion: 1,
        elementId: element.id ?? '',
        elementInstanceKey: key,
        processInstanceKey: processOf(instance).key,
      },
      walk.deps,
    );
    return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, asJson(value)]));
  } finally {
    walk.working = undefined;
  }
}
