import type { Search } from './client.ts';
import { closeDefaultAccounts } from './default-accounts.ts';
import { type SignIn, seedUsers } from './seed-users.ts';
import { makeUserStores } from './user-stores.ts';

/**
 * Gives these people accounts, and nobody else: what Camunda makes by itself, and what an earlier organisation or an
 * earlier release has left, goes. Called before the web applications start.
 * @param passwordOf the password of a person's account
 */
export async function giveAccounts(
  search: Search,
  people: readonly SignIn[],
  passwordOf: (id: string) => string,
): Promise<void> {
  await makeUserStores(search);
  await closeDefaultAccounts(search, new Set(people.map(({ id }) => id)));
  await seedUsers(search, people, passwordOf);
}
