import type { JobContext } from '../../engine/job.ts';
import type { Body } from '../../law/directory/index.ts';
import { PermanentError } from '../../law/errors.ts';
import type { StoredClock } from '../../records/index.ts';
import type { Deps } from '../handler.ts';
import { type Terms, termsSchema } from '../statutory-task.ts';

/**
 * What open-task kept of this visit. Nothing else is trusted: the job's variables hold what a client sent with the completion.
 *
 * @throws PermanentError `unknown-task` when open-task never ran for this visit, `unknown-body`
 */
export async function openedTask(
  job: JobContext,
  { records, directory }: Pick<Deps, 'records' | 'directory'>,
): Promise<{ clock: StoredClock; terms: Terms; body: Body }> {
  const clock = await records.clock(job.elementInstanceKey);
  const terms = termsSchema.safeParse(clock?.answer.terms);
  if (!clock || !terms.success) {
    throw new PermanentError(
      'unknown-task',
      `找不到环节 ${job.elementId} 的开办记录，请核对数据库后重试。`,
    );
  }
  const body = directory.body(clock.body);
  if (!body) {
    throw new PermanentError(
      'unknown-body',
      `组织机构中已没有“${clock.body}”，请在 config/organization.yaml 中恢复后重试。`,
    );
  }
  return { clock, terms: terms.data, body };
}
