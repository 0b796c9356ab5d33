import type { Search } from './client.ts';
import { closeDefaultAccounts } from './default-accounts.ts';
import { type SignIn, seedUsers } from './seed-users.ts';
import { makeUserStores } from './user-stores.ts';

/** Lets these people sign in and takes the accounts away that Camunda makes by itself; before the web applications start. */
export async function giveAccounts(
  search: Search,
  people: readonly SignIn[],
  password: string,
): Promise<void> {
  await makeUserStores(search);
  await closeDefaultAccounts(search, new Set(people.map(({ id }) => id)));
  await seedUsers(search, people, password);
}
