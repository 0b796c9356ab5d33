import { parse } from 'yaml';
import { z } from 'zod';

const counts = z.record(z.string(), z.number().int().positive());

const bodySchema = z.union([
  z.string(),
  z.strictObject({ agency: z.string(), soe: z.string(), county: z.string() }).partial(),
]);

const taskSchema = z.strictObject({
  days: z.number().int().positive().optional(),
  'each-visit': z.boolean().default(false),
  article: z.string(),
  body: bodySchema.optional(),
  bodies: z.array(z.string()).optional(),
  stops: z.array(z.string()).optional(),
  'extended-by': bodySchema.optional(),
});

/** What regulation.yaml holds; what was read once may be read again. */
export const regulationSchema = z.strictObject({
  articles: z.strictObject({
    count: z.number().int().positive(),
    paragraphs: counts,
    items: counts,
  }),
  bodies: z.record(z.string(), bodySchema),
  delay: z.strictObject({ days: z.number().int().positive(), article: z.string() }),
  tasks: z.record(z.string(), z.record(z.string(), taskSchema)),
  decisions: z.record(
    z.string(),
    z.strictObject({
      splits: z.record(z.string(), z.array(z.number())).default({}),
      cases: z.array(
        z.strictObject({
          when: z.record(z.string(), z.unknown()),
          answer: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ),
});

/** The regulation's requirements as data; days are working days, amounts 万元. */
export type Regulation = z.output<typeof regulationSchema>;
/** One body for every project, or one for each kind; a kind that is left out is not compared. */
export type RequiredBody = z.output<typeof bodySchema>;
export type RequiredTask = z.output<typeof taskSchema>;

/**
 * Reads regulation.yaml.
 * @throws ZodError with the path of every mistake, or a YAML error.
 */
export function readRegulation(source: string): Regulation {
  return regulationSchema.parse(parse(source));
}
