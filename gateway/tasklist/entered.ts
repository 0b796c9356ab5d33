import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** What is sent with a start or a completion: names, and values as JSON text. */
export const variablesSchema = z.strictObject({
  variables: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .nullish()
    .transform((variables) => variables ?? []),
});

export type Entered = z.output<typeof variablesSchema>['variables'];

/** What people may enter at once: the longest application is a tenth of it. */
const MOST_BYTES = 400_000;
const MOST_ROWS = 200;
const DEEPEST = 8;
/** An index of Camunda's takes no longer ids than 512 bytes, and a name is part of one. */
const LONGEST_NAME = 100;

/**
 * Only what the form itself has, within what the engine and its indexes bear. A field that the form does not have is left
 * out: Tasklist's own pages send some back that the form merely read.
 * @throws Refusal `too-large`, `bad-request`
 */
export function onlyOf(variables: string[], entered: Entered): Entered {
  const kept = entered.filter(({ name }) => variables.includes(name));
  const size = kept.reduce((bytes, { value }) => bytes + Buffer.byteLength(value), 0);
  if (size > MOST_BYTES) {
    throw new Refusal(
      'too-large',
      413,
      `填写的内容过多（约 ${Math.ceil(size / 1000)} 千字节，最多 ${MOST_BYTES / 1000} 千字节），请精简后再提交。`,
    );
  }
  return kept.map(({ name, value }) => {
    if (Buffer.byteLength(name) > LONGEST_NAME) throw unreadable();
    const read = parsed(value);
    checkShape(read, DEEPEST);
    // As it was read: of a name that stands twice everybody then sees the same value.
    return { name, value: JSON.stringify(read) };
  });
}

/** What was entered under a name, read; undefined when nothing was. */
export function enteredAt(entered: Entered, name: string): unknown {
  const found = entered.find((one) => one.name === name);
  return found === undefined ? undefined : parsed(found.value);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    throw unreadable();
  }
}

function checkShape(value: unknown, left: number): void {
  // Half a character arrives as another one, and the signature would not fit.
  if (typeof value === 'string' && Buffer.from(value).toString() !== value) throw unreadable();
  if (typeof value !== 'object' || value === null) return;
  if (left === 0) throw unreadable();
  if (Array.isArray(value) && value.length > MOST_ROWS) {
    throw new Refusal('too-large', 413, `列表最多 ${MOST_ROWS} 行，请精简后再提交。`);
  }
  for (const [name, item] of Object.entries(value)) {
    if (Buffer.byteLength(name) > LONGEST_NAME) throw unreadable();
    checkShape(item, left - 1);
  }
}

function unreadable(): Refusal {
  return new Refusal('bad-request', 400, '填写的内容无法读取，请刷新页面后重新填写。');
}
