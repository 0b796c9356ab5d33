import type { Kysely, Selectable } from 'kysely';
import { putMessages } from './put-messages.ts';
import type { Tables } from './tables.ts';

/** A mail to send. */
export type NewMessage = Pick<
  Selectable<Tables['messages']>,
  'id' | 'projectId' | 'purpose' | 'to' | 'cc' | 'subject' | 'text'
> & {
  /** Not sent before this instant. */
  notBefore?: Date;
  /** The visit (element instance) it is about: once that is over, the mail is not sent any more. */
  about?: string;
};

export type MessageQueries = ReturnType<typeof messageQueries>;

/** The outbox as jobs fill it. */
export function messageQueries(db: Kysely<Tables>) {
  return {
    /** Puts mails into the outbox and says how many were new. */
    async queueMessages(messages: NewMessage[]): Promise<number> {
      if (messages.length === 0) return 0;
      const { numInsertedOrUpdatedRows } = await putMessages(
        db,
        messages,
      ).executeTakeFirstOrThrow();
      return Number(numInsertedOrUpdatedRows ?? 0n);
    },
  };
}
