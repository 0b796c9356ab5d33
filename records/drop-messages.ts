import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Drops the mails about a visit that is over, those nobody has tried to send yet: nobody need be reminded of it. */
export async function dropMessagesAbout(db: Kysely<Tables>, visits: string[]): Promise<void> {
  if (visits.length === 0) return;
  await db
    .updateTable('messages')
    .set({ status: 'dropped', lastError: 'step is over' })
    .where('about', 'in', visits)
    .where('status', '=', 'queued')
    .where('attempts', '=', 0)
    .execute();
}
