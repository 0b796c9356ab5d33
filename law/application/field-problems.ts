import type { z } from 'zod';
import { articleOf } from './articles.ts';
import type { Problem } from './problem.ts';
import { applicationSchema } from './schema.ts';

/** Lists that have rows, and how one row is called in a message. */
const ROWS: Record<string, string> = { quotes: '家报价', materials: '份材料' };

/** Everything wrong with single fields of an application, in the order of the form. Never throws. */
export function fieldProblems(input: unknown): Problem[] {
  const parsed = applicationSchema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map(problemOf);
}

function problemOf({ path, message }: z.core.$ZodIssue): Problem {
  const [field = 'application', row] = path.map(String);
  const where = row !== undefined && field in ROWS ? `第${Number(row) + 1}${ROWS[field]}：` : '';
  return {
    path: path.length === 0 ? field : path.join('.'),
    article: articleOf(field),
    message: `${where}${message}`,
  };
}
