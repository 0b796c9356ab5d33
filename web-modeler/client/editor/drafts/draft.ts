import { del, get, set } from 'idb-keyval';
import { z } from 'zod';

const draft = z.object({
  source: z.string(),
  /** The saved blob the text began from. */
  base: z.string().nullable(),
  /** When it was last changed. */
  at: z.iso.datetime(),
});

/** A text that was not saved before its page went away. */
export type Draft = z.infer<typeof draft>;

// People may share a computer, and each may have begun another change of the same file.
const keyOf = (user: string, path: string) => `draft ${user} ${path}`;

/** Keeps the text in the browser until it is saved or given up. */
export async function keepDraft(user: string, path: string, kept: Draft): Promise<void> {
  await set(keyOf(user, path), kept);
}

/** The text kept for this person and file; undefined when there is none that can be read. */
export async function readDraft(user: string, path: string): Promise<Draft | undefined> {
  const read = draft.safeParse(await get(keyOf(user, path)));
  return read.success ? read.data : undefined;
}

export async function dropDraft(user: string, path: string): Promise<void> {
  await del(keyOf(user, path));
}
