import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Drops the mails about visits that are over, those nobody has tried to send yet: nobody need be reminded of them. */
export function dropMessagesAbout(db: Kysely<Tables>, visits: string[]) {
  return db
    .updateTable('messages')
    .set({ status: 'dropped', lastError: 'step is over' })
    .where(sql<boolean>`about = any(${visits}::text[])`)
    .where('status', '=', 'queued')
    .where('attempts', '=', 0);
}
