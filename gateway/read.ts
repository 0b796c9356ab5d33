import type { z } from 'zod';
import type { Answer } from './camunda/upstream.ts';
import { Refusal } from './refusal.ts';

/**
 * What a page has sent, by its schema.
 * @throws Refusal `bad-request`
 */
export function given<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  throw new Refusal('bad-request', 400, '请求的内容不符合要求，请刷新页面后再试。');
}

/**
 * What Camunda has answered, by its schema; any other status than a good one is passed on as it came.
 * @throws Error when Camunda answers otherwise than this release of it does
 */
export function answered<S extends z.ZodType>(schema: S, { text }: Answer): z.output<S> {
  return schema.parse(JSON.parse(text));
}

export function isGood({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** The answer with another body. */
export function withBody(answer: Answer, body: unknown): Answer {
  return { ...answer, text: JSON.stringify(body) };
}
