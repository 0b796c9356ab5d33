import type { z } from 'zod';

/** The first sentence that a schema of the API has against a value; undefined when it takes it. */
export function sentenceOfFirst(schema: z.ZodType, value: unknown): string | undefined {
  const read = schema.safeParse(value);
  return read.success ? undefined : read.error.issues[0]?.message;
}
