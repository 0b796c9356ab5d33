import { z } from 'zod';
import { PermanentError } from './errors.ts';
import { caseSchema } from './case.ts';
import type { Body, Directory } from './directory/index.ts';

/** The inputs of the one pattern: what a model says about a user task. Limits are working days. */
export const statutoryTaskSchema = caseSchema.extend({
  body: z.string().min(1),
  role: z.enum(['reviewer', 'owner']),
  position: z.string().default('经办人'),
  limitDays: z.number().int().positive().nullish().transform((days) => days ?? null),
  eachVisit: z.boolean().default(false),
  article: z.string().min(1),
  grounds: z.array(z.string()).default([]),
});

export type StatutoryTask = z.output<typeof statutoryTaskSchema>;

/** `clock_<elementId>`: working days used by earlier visits to the step, and the grounds it was handed back on. */
export const clockVariableSchema = z.object({
  limit: z.number().nullable(),
  used: z.number(),
  grounds: z.array(z.string()),
});

export type ClockVariable = z.output<typeof clockVariableSchema>;

/** What earlier visits left in `clock_<elementId>`; a first visit finds nothing used. */
export function earlierClock(variables: Record<string, unknown>, elementId: string): ClockVariable {
  const stored = clockVariableSchema.safeParse(variables[`clock_${elementId}`]);
  return stored.success ? stored.data : { limit: null, used: 0, grounds: [] };
}

/**
 * The body that acts. An owner step of a unit nobody knows goes to the supervising office, which can
 * reach the applicant: a mistyped unit must come back to a person, not stop at an incident.
 *
 * @throws PermanentError `unknown-body`
 */
export function actingBody(task: StatutoryTask, directory: Directory): Body {
  const named = directory.resolveBody(task.body, task.application);
  const body = named ?? (task.role === 'owner' ? directory.body(directory.office) : undefined);
  if (body) return body;
  throw new PermanentError(
    'unknown-body',
    `组织机构中没有“${task.body}”（${task.application.county ?? '市级'}），请在 config/organization.yaml 中补充后重试。`,
  );
}
