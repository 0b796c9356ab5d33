import { bulk } from './bulk.ts';
import type { Search } from './client.ts';
import { USER_STORES } from './user-stores.ts';

/** Made with a password everybody knows, unless `CAMUNDA_…_USERID` names another (platform/camunda.env). */
const NAMED_BY_A_SETTING = ['demo'];
/** Made with a password everybody knows by each start of the applications that does not find them; no setting stops it. */
export const ALWAYS_THERE = ['act', 'view'];

/**
 * Takes the accounts that Camunda makes by itself out of the stores. What no setting keeps Camunda from making stays
 * as an entry without a password: there is nothing it could be signed in with, and Camunda leaves it as it is. To be called
 * before the applications start; also puts a store right that an earlier version has left.
 * @param people ids of the people of the organisation: an account of such a name is theirs
 */
export async function closeDefaultAccounts(
  search: Search,
  people: ReadonlySet<string>,
): Promise<void> {
  const strangers = (ids: string[]) => ids.filter((id) => !people.has(id));
  const lines = [
    ...strangers(NAMED_BY_A_SETTING).map((id) => [{ delete: { _id: id } }]),
    ...strangers(ALWAYS_THERE).map((id) => [
      { index: { _id: id } },
      // No hash at all: no password fits.
      { id, userId: id, displayName: '已停用', password: '{bcrypt}', roles: [] },
    ]),
  ].flat();
  for (const store of USER_STORES) await bulk(search, store, lines);
}
