import type { JobContext } from '../../engine/job.ts';
import { caseSchema } from '../case.ts';
import type { Deps } from '../handler.ts';
import { statutoryTaskSchema } from '../statutory-task.ts';

/** What a model says about a task. */
const TERMS = Object.keys(statutoryTaskSchema.shape).filter((name) => !(name in caseSchema.shape));

/**
 * A job's variables without those that look like the task's terms and are none: only what the task's own input mappings
 * name comes from the model, everything else from a scope around it, where whoever started the process may have put it.
 */
export async function saidByModel(
  variables: object,
  { processId, elementId }: Pick<JobContext, 'processId' | 'elementId'>,
  { steps }: Pick<Deps, 'steps'>,
): Promise<object> {
  const own = (await steps()).inputs(processId, elementId);
  // A step that the models of today have no more: of it nothing is known.
  if (own === undefined) return variables;
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !TERMS.includes(name) || own.includes(name)),
  );
}
