import { expect, test } from '@jest/globals';
import bcrypt from 'bcryptjs';
import { giveAccounts } from '../../engine/opensearch/accounts.ts';
import type { Search } from '../../engine/opensearch/client.ts';

type Stored = { userId: string; displayName: string; password: string; roles: string[] };
type Stores = Record<string, Map<string, Stored>>;

const OPERATE = 'operate-user-1.2.0_';
const TASKLIST = 'tasklist-user-1.4.0_';
const ZHANG = { id: 'shuju.zhang', name: '张慧敏' };
const stored = (userId: string, some: Partial<Stored> = {}): Stored => ({
  userId,
  displayName: userId,
  password: `{bcrypt}${bcrypt.hashSync(userId, 4)}`,
  roles: ['OPERATOR'],
  ...some,
});

/** As much of OpenSearch as the accounts use. */
function anOpenSearch(stores: Stores): Search {
  return {
    exists: async (store) => store in stores,
    async call(method, path, body) {
      const [store = '', action = ''] = path.split('/');
      if (method === 'PUT') {
        expect(body).toMatchObject({ aliases: { [`${store}alias`]: {} } });
        stores[store] = new Map();
        return {};
      }
      const users = stores[store];
      if (users === undefined) throw new Error(`no index ${store}`);
      if (action.startsWith('_search')) {
        return { hits: { hits: [...users].map(([_id, _source]) => ({ _id, _source })) } };
      }
      const lines = String(body)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      for (const [n, line] of lines.entries()) {
        if (line.delete) users.delete(line.delete._id);
        if (line.index) users.set(line.index._id, lines[n + 1]);
      }
      return { errors: false };
    },
  };
}

/** Whom Camunda would let in with this password. */
function letIn(stores: Stores, password: string): string[] {
  return Object.values(stores).flatMap((users) =>
    [...users.values()]
      .filter((user) => bcrypt.compareSync(password, user.password.replace('{bcrypt}', '')))
      .map(({ userId }) => userId),
  );
}

test('before the first start of the web applications only the people of the organisation can sign in', async () => {
  const stores: Stores = {};
  await giveAccounts(anOpenSearch(stores), [ZHANG], () => 'demo');
  expect(letIn(stores, 'demo')).toEqual([ZHANG.id, ZHANG.id]);
  // Camunda makes again what it misses; of these two it must miss none.
  for (const store of [OPERATE, TASKLIST]) {
    expect([...(stores[store]?.keys() ?? [])]).toEqual(['act', 'view', ZHANG.id]);
  }
});

test('the accounts that Camunda had made are put right, and stay so', async () => {
  const stores: Stores = {
    [OPERATE]: new Map(
      ['demo', 'act', 'view', ZHANG.id].map((id) => [id, stored(id, { roles: ['OWNER'] })]),
    ),
  };
  for (const _start of ['first', 'second']) {
    await giveAccounts(anOpenSearch(stores), [ZHANG], () => 'secret');
    for (const known of ['demo', 'act', 'view']) expect(letIn(stores, known)).toEqual([]);
    expect(stores[OPERATE]?.has('demo')).toBe(false);
  }
  expect(letIn(stores, 'secret')).toEqual([ZHANG.id, ZHANG.id]);
  // What a person may, the door decides: an owner of an earlier release is none any more.
  expect(stores[OPERATE]?.get(ZHANG.id)?.roles).toEqual(['OPERATOR']);
});

test('each has a password of their own, and who has left has no account any more', async () => {
  const stores: Stores = {};
  const xu = { id: 'shuju.xu', name: '徐正阳' };
  await giveAccounts(anOpenSearch(stores), [ZHANG, xu], () => 'demo');
  await giveAccounts(anOpenSearch(stores), [ZHANG], (id) => `password of ${id}`);
  expect(letIn(stores, 'demo')).toEqual([]);
  expect(letIn(stores, `password of ${ZHANG.id}`)).toEqual([ZHANG.id, ZHANG.id]);
  expect(stores[OPERATE]?.has(xu.id)).toBe(false);
});

test('a person of the organisation may have such a name', async () => {
  const stores: Stores = {};
  await giveAccounts(anOpenSearch(stores), [ZHANG], () => 'demo');
  const people = [ZHANG, { id: 'act', name: '安晨' }];
  for (const _start of ['first', 'second']) {
    await giveAccounts(anOpenSearch(stores), people, () => 'demo');
    expect(letIn(stores, 'demo').filter((id) => id === 'act')).toHaveLength(2);
    expect(stores[OPERATE]?.get('act')).toMatchObject({ displayName: '安晨', roles: ['OPERATOR'] });
  }
});
