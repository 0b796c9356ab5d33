import type { Kysely, Selectable } from 'kysely';
import type { Tables } from './tables.ts';

export type Account = Selectable<Tables['accounts']>;
export type AccountQueries = ReturnType<typeof accountQueries>;

/** The passwords people sign in with. */
export function accountQueries(db: Kysely<Tables>) {
  return {
    /** Undefined: the person never had a password of their own. */
    account(person: string): Promise<Account | undefined> {
      return db.selectFrom('accounts').selectAll().where('person', '=', person).executeTakeFirst();
    },

    /** Every account; of people too who are not in the organisation any more. */
    accounts(): Promise<Omit<Account, 'hash'>[]> {
      return db.selectFrom('accounts').select(['person', 'kind', 'setAt']).execute();
    },

    /** Gives a person a password, whatever there was before. */
    async setPassword(account: Account): Promise<void> {
      const { person: _, ...password } = account;
      await db
        .insertInto('accounts')
        .values(account)
        .onConflict((c) => c.column('person').doUpdateSet(password))
        .execute();
    },

    /**
     * Replaces the password that was known, and no other: somebody may have given a new one meanwhile.
     * @param before its hash; undefined: there was none
     * @returns whether it was replaced
     */
    async replacePassword(account: Account, before: string | undefined): Promise<boolean> {
      const { person, ...password } = account;
      if (before === undefined) {
        await db
          .insertInto('accounts')
          .values(account)
          .onConflict((c) => c.column('person').doNothing())
          .execute();
      } else {
        await db
          .updateTable('accounts')
          .set(password)
          .where('person', '=', person)
          .where('hash', '=', before)
          .execute();
      }
      // Asked for, not counted: a statement that is tried again finds its own work done.
      const { hash } = (await this.account(person)) ?? {};
      return hash === account.hash;
    },
  };
}
