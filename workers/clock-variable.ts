import { z } from 'zod';

const schema = z.object({
  limit: z.number().nullable(),
  used: z.number().int().nonnegative(),
  grounds: z.array(z.string()),
  // A model that grants none leaves it out; what is no number of days grants none.
  extension: z.number().int().nonnegative().catch(0),
});

/**
 * `clock_<elementId>`: working days used by earlier visits to the step, the grounds it was handed back on, and the
 * working days by which its limit was extended.
 */
export type ClockVariable = z.output<typeof schema>;

/** What earlier visits left in `clock_<elementId>`; a first visit finds nothing used. */
export function earlierClock(variables: Record<string, unknown>, elementId: string): ClockVariable {
  const stored = schema.safeParse(variables[`clock_${elementId}`]);
  return stored.success ? stored.data : { limit: null, used: 0, grounds: [], extension: 0 };
}
