import { z } from 'zod';
import type { JobContext } from '../engine/job.ts';
import type { Scope } from '../records/index.ts';

/**
 * The part of the variable `application` that every step needs; other variables pass through. Tolerant on
 * purpose: an application that is still wrong must reach its applicant's correction task, not an incident.
 */
export const caseSchema = z.looseObject({
  projectId: z.string(),
  /** Handed down by the process's first step; the records say whether it is one of the project's. */
  proceedingId: z.string().optional().catch(undefined),
  application: z.looseObject({
    projectName: z.string().catch('（未填写项目名称）'),
    applicantUnit: z.string().catch(''),
    ownerUnit: z.string().catch(''),
    level: z.enum(['city', 'county']).catch('city'),
    county: z.string().min(1).optional().catch(undefined),
  }),
});

export type Case = z.output<typeof caseSchema>;

/** Where a job stands, for what is kept of its proceeding. */
export function scopeOf(
  { projectId, proceedingId }: Pick<Case, 'projectId' | 'proceedingId'>,
  { processInstanceKey }: JobContext,
): Scope {
  return { projectId, proceedingId, processInstanceKey };
}
