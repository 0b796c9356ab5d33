import bcrypt from 'bcryptjs';
import { z } from 'zod';
import { bulk } from './bulk.ts';
import type { Search } from './client.ts';
import { ALWAYS_THERE } from './default-accounts.ts';
import { USER_STORES } from './user-stores.ts';

/** bcrypt's own smallest cost: nobody can guess these passwords, and there are many. */
const COST = 4;
/** Tasklist lets only this role start and complete; what a person may, the door decides. */
const ROLE = 'OPERATOR';

export type SignIn = { id: string; name: string };

const storedSchema = z.object({
  displayName: z.string(),
  password: z.string(),
});
const hitsSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: storedSchema })) }),
});

/**
 * Gives each person an account with their password, and takes everybody else's away. Who is there already,
 * unchanged, is left alone.
 */
export async function seedUsers(
  search: Search,
  people: readonly SignIn[],
  passwordOf: (id: string) => string,
): Promise<void> {
  for (const store of USER_STORES) await seed(search, store, people, passwordOf);
}

async function seed(
  search: Search,
  store: string,
  people: readonly SignIn[],
  passwordOf: (id: string) => string,
): Promise<void> {
  const known = await readKnown(search, store);
  const wanted = people.filter(({ id, name }) => {
    const stored = known.get(id);
    return stored?.displayName !== name || !fits(passwordOf(id), stored.password);
  });
  const staying = new Set([...ALWAYS_THERE, ...people.map(({ id }) => id)]);
  const gone = [...known.keys()].filter((id) => !staying.has(id));
  const lines = [
    ...gone.map((id) => [{ delete: { _id: id } }]),
    ...wanted.map(({ id, name }) => [
      { index: { _id: id } },
      {
        id,
        userId: id,
        displayName: name,
        password: `{bcrypt}${bcrypt.hashSync(passwordOf(id), COST)}`,
        roles: [ROLE],
      },
    ]),
  ].flat();
  if (lines.length > 0) await bulk(search, store, lines);
}

async function readKnown(search: Search, store: string) {
  const answer = hitsSchema.parse(await search.call('GET', `${store}/_search?size=10000`));
  return new Map(answer.hits.hits.map(({ _id, _source }) => [_id, _source]));
}

function fits(password: string, stored: string): boolean {
  return bcrypt.compareSync(password, stored.replace('{bcrypt}', ''));
}
