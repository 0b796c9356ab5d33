import type { Search } from './client.ts';

/**
 * Where Camunda keeps who may sign in: Operate's documented store, from which Tasklist signs people in as well where
 * both are one process; and Tasklist's own where it is apart.
 */
export const USER_STORES = ['operate-user-1.2.0_', 'tasklist-user-1.4.0_'];

/** As both applications make it themselves. */
const STORE = {
  mappings: {
    dynamic: 'strict',
    properties: Object.fromEntries(
      ['id', 'userId', 'displayName', 'password', 'roles'].map((name) => [
        name,
        { type: 'keyword' },
      ]),
    ),
  },
  settings: { number_of_shards: 1, number_of_replicas: 0 },
};

/** Makes the stores that are not there yet, so that accounts are in them before the applications start. */
export async function makeUserStores(search: Search): Promise<void> {
  for (const store of USER_STORES) {
    if (await search.exists(store)) continue;
    const aliases = { [`${store}alias`]: { is_write_index: false } };
    await search.call('PUT', store, { aliases, ...STORE });
  }
}
