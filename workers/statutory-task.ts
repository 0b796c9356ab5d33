import { z } from 'zod';
import { ROLE_IDS } from '../law/roles.ts';
import { caseSchema } from './case.ts';

/** The inputs of the one pattern: what a model says about a user task. Limits are working days. */
export const statutoryTaskSchema = caseSchema.extend({
  body: z.string().min(1),
  role: z.enum(ROLE_IDS),
  position: z.string().default('经办人'),
  limitDays: z
    .number()
    .int()
    .positive()
    .nullish()
    .transform((days) => days ?? null),
  eachVisit: z.boolean().default(false),
  article: z.string().min(1),
  grounds: z.array(z.string()).default([]),
  /** What an owner asked for; there where it is decided, and nowhere else. */
  extensionRequest: z.unknown().optional(),
});

export type StatutoryTask = z.output<typeof statutoryTaskSchema>;

/**
 * By what a completion is judged beside its clock, as the step was opened with it. Kept with the clock, because
 * what a client sends with a completion overlays the task's own inputs in the end listener's job.
 */
export const termsSchema = z.object({
  position: z.string(),
  eachVisit: z.boolean(),
  /** On what a reviewer may hand the file back. */
  grounds: z.array(z.string()),
  /** The outcomes its form offered; absent where the models did not say. */
  outcomes: z.array(z.string()).optional(),
  /** On what earlier visits handed it back. */
  handedBackOn: z.array(z.string()),
  /** Whether the step decides on an owner's request for more time. */
  decidesExtension: z.boolean().default(false),
  /** Fingerprints of variables too large that the process carried already: no completion has brought them. */
  carried: z.array(z.string()).default([]),
});

export type Terms = z.output<typeof termsSchema>;
