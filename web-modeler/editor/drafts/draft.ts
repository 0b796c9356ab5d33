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

/** Keeps the texts in the browser until they are saved or given up. */
export async function keepDrafts(user: string, path: string, kept: Draft[]): Promise<void> {
  if (kept.length === 0) await del(keyOf(user, path));
  else await set(keyOf(user, path), kept);
}

/** The texts kept for this person and file, the newest first; none when there are none that can be read. */
export async function readDrafts(user: string, path: string): Promise<Draft[]> {
  const read = z.array(draft).safeParse(await get(keyOf(user, path)));
  return read.success ? read.data : [];
}
