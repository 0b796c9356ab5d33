import { z } from 'zod';
import { isAmount, readAmount } from './amount.ts';
import { codesOf } from './codes.ts';
import { emptyIsAbsent, MOST_ROWS } from './strict.ts';
import { shortened, withoutUnseen } from './text.ts';

// Nothing here complains: what cannot be understood is left out, so that the applicant gets the rest
// back for correction and the rules can look at what there is.

/** A text; absent when there is none. `lines` allows line breaks. */
export function keptText({ lines = false }: { lines?: boolean }) {
  return kept((t) => withoutUnseen(t, lines)).optional();
}

/** A text that is always there, because texts are put together with it; at most `max` characters. */
export function shownText(max: number) {
  return kept((text) => shortened(withoutUnseen(text, false), max))
    .transform((text) => text ?? '')
    .default('');
}

/** An amount in 万元, or a number that is none of the sort. */
export function keptNumber() {
  return z
    .unknown()
    .transform((input) => {
      const read = readAmount(input);
      if (isAmount(read)) return read.value;
      return Number.isFinite(input) ? (input as number) : undefined;
    })
    .optional();
}

/** Whether it is said in so many words. */
export function saidYes() {
  return z
    .unknown()
    .transform((input) => input === true)
    .default(false);
}

/** One code of a table. */
export function oneOf<T extends Record<string, string>>(table: T) {
  return z.enum(codesOf(table)).optional().catch(undefined);
}

/** Those codes of a table that are there. */
export function someOf<T extends Record<string, string>>(table: T) {
  return z
    .array(oneOf(table))
    .catch([])
    .transform((codes) => codes.filter((code) => code !== undefined));
}

/** Several facts under one name; absent when there is no such thing. */
export function group<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).optional().catch(undefined);
}

/** The rows that are rows. */
export function keptRows<T extends z.ZodRawShape>(row: T) {
  const records = z.preprocess(
    (input) => (Array.isArray(input) ? input.filter(isRecord).slice(0, MOST_ROWS) : []),
    z.array(z.object(row)),
  );
  return records.prefault([]);
}

export function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function kept(clean: (text: string) => string) {
  return z.unknown().transform((input) => {
    const present = emptyIsAbsent(input);
    return typeof present === 'string' ? clean(present).trim() || undefined : undefined;
  });
}
