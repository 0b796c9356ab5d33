import type { JobContext } from '../../engine/job.ts';
import { fingerprint, type Oversized } from '../oversized.ts';
import type { Terms } from '../statutory-task.ts';

/**
 * What came too large with this completion: not what the process carried when the step was opened, nor the result of
 * another step, which its own end listener judges at this very moment.
 */
export function broughtBy(
  oversized: Oversized[],
  { elementId }: Pick<JobContext, 'elementId'>,
  { carried }: Pick<Terms, 'carried'>,
): Oversized[] {
  return oversized.filter(
    (one) =>
      !carried.includes(fingerprint(one)) &&
      (!one.name.startsWith('result_') || one.name === `result_${elementId}`),
  );
}
