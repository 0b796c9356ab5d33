import { z } from 'zod';

/**
 * The part of the variable `application` that every step needs; other variables pass through. Tolerant on
 * purpose: an application that is still wrong must reach its applicant's correction task, not an incident.
 */
export const caseSchema = z.looseObject({
  projectId: z.string(),
  application: z.looseObject({
    projectName: z.string().catch('（未填写项目名称）'),
    applicantUnit: z.string().catch(''),
    ownerUnit: z.string().catch(''),
    level: z.enum(['city', 'county']).catch('city'),
    county: z.string().min(1).optional().catch(undefined),
  }),
});

export type Case = z.output<typeof caseSchema>;
