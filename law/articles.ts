import { parse } from 'yaml';
import { z } from 'zod';

const schema = z
  .array(
    z.strictObject({
      number: z.number().int().positive(),
      topic: z.string().min(1),
      without: z.string().min(1).nullable().default(null),
    }),
  )
  .refine((articles) => articles.every(({ number }, index) => number === index + 1), {
    error: '条文应从第一条起逐条列出',
  });

/** What an article is about, and why it needs no element, if it needs none. */
export type Article = z.output<typeof schema>[number];

/**
 * Reads articles.yaml.
 * @throws ZodError, or a YAML error.
 */
export function readArticles(source: string): Article[] {
  return schema.parse(parse(source));
}
