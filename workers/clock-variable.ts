import { z } from 'zod';

const schema = z.object({ extension: z.number().int().nonnegative() });

/**
 * `clock_<elementId>`, for the models: working days used by earlier visits to the step, the grounds it was handed back
 * on, and the working days by which its limit was extended.
 */
export type ClockVariable = {
  limit: number | null;
  used: number;
  grounds: string[];
  extension: number;
};

/** The working days by which the models have extended a step's limit; what is no number of days extends nothing. */
export function extensionIn(variables: Record<string, unknown>, elementId: string): number {
  const stored = schema.safeParse(variables[`clock_${elementId}`]);
  return stored.success ? stored.data.extension : 0;
}
