import { isDeepStrictEqual } from 'node:util';
import { draftOf } from './draft.ts';
import { applicationSchema } from './schema.ts';

/** One field that differs; `field` is a path such as `quotes.1.price`, a value that is absent is null. */
export type FieldChange = { field: string; before: unknown; after: unknown };

/** What changed from one submission of an application to the next, field by field; how a value is written is no change. */
export function changesBetween(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({
      field,
      before: old.get(field) ?? null,
      after: now.get(field) ?? null,
    }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
}

/** The application's fields as they are understood; those that cannot be, as they were sent. */
function leavesOf(application: unknown): Map<string, unknown> {
  const draft: Record<string, unknown> = draftOf(application);
  const sent = (application ?? {}) as Record<string, unknown>;
  const leaves = new Map<string, unknown>();
  for (const field of Object.keys(applicationSchema.shape)) {
    collect(draft[field] ?? sent[field], field, leaves);
  }
  return leaves;
}

function collect(value: unknown, path: string, leaves: Map<string, unknown>): void {
  if ((value ?? '') === '') return;
  if (typeof value !== 'object') leaves.set(path, value);
  else {
    for (const [key, item] of Object.entries(value as object)) {
      collect(item, `${path}.${key}`, leaves);
    }
  }
}
