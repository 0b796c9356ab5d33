import { z } from 'zod';
import type { JobContext } from '../engine/job.ts';
import { draftOf } from '../law/application/index.ts';
import type { DossierQueries, Scope, TicketQueries } from '../records/index.ts';

/** Tolerant on purpose: an application that is still wrong must reach its applicant's correction task, not an incident. */
const applicationSchema = z.looseObject({
  projectName: z.string().catch('（未填写项目名称）'),
  applicantUnit: z.string().catch(''),
  ownerUnit: z.string().catch(''),
  level: z.enum(['city', 'county']).catch('city'),
  county: z.string().min(1).optional().catch(undefined),
});

/** The part of a process's variables that every step needs; other variables pass through. */
export const caseSchema = z.looseObject({
  projectId: z.string(),
  /** Set by the process's first step; the records say whether it is one of the project's. */
  proceedingId: z.string().optional().catch(undefined),
  application: applicationSchema,
});

export type Case = z.output<typeof caseSchema>;

/**
 * A job's variables with what they say of the project as the records have it: whose it is, in which proceeding, and the
 * newest version of its application. Only of an instance that was called before there were tickets, and of a project
 * from before there was a dossier, the variables are believed.
 */
export async function onRecord<Some extends Case>(
  variables: Some,
  { processInstanceKey }: Pick<JobContext, 'processInstanceKey'>,
  records: Pick<TicketQueries & DossierQueries, 'whereabouts' | 'applicationOf'>,
): Promise<Some> {
  const known = await records.whereabouts(processInstanceKey);
  const projectId = known?.projectId ?? variables.projectId;
  const proceedingId = known?.proceeding ?? variables.proceedingId;
  const filed = await records.applicationOf({ projectId, proceeding: proceedingId ?? null });
  const application = filed
    ? applicationSchema.parse(draftOf(filed.application))
    : variables.application;
  return { ...variables, projectId, proceedingId, application };
}

/** Where a job stands, for what is kept of its proceeding. */
export function scopeOf(
  { projectId, proceedingId }: Pick<Case, 'projectId' | 'proceedingId'>,
  { processInstanceKey }: JobContext,
): Scope {
  return { projectId, proceedingId, processInstanceKey };
}
