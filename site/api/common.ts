import { z } from 'zod';

/** Somebody by login name and name. */
export const person = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

/** An instant, with Z. */
export const instant = z.iso.datetime();

/** Every error of the API: a code for programs and a Chinese sentence that says what to do. */
export const problem = z
  .object({ code: z.string(), message: z.string(), details: z.unknown().optional() })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** Any JSON. OpenAPI is told the types: it would follow the schema into itself without end. */
export const anyJson = z
  .json()
  .meta({ id: 'Json', type: ['string', 'number', 'boolean', 'null', 'array', 'object'] });

export const done = z.object({}).meta({ id: 'Done' });
