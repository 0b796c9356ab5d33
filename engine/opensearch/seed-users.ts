import bcrypt from 'bcryptjs';
import { z } from 'zod';
import { bulk } from './bulk.ts';
import type { Search } from './client.ts';
import { USER_STORES } from './user-stores.ts';

/** bcrypt's own smallest useful cost: these are development sign-ins, and there are many. */
const COST = 4;
/** Tasklist lets only this role start and complete; USER may merely look. */
const ROLE = 'OPERATOR';

export type SignIn = { id: string; name: string };

const storedSchema = z.object({
  displayName: z.string(),
  password: z.string(),
  roles: z.array(z.string()),
});
const hitsSchema = z.object({
  hits: z.object({ hits: z.array(z.object({ _id: z.string(), _source: storedSchema })) }),
});

/**
 * Makes every person able to sign in, all with the same development password. People who are there
 * already, unchanged, are left alone.
 */
export async function seedUsers(
  search: Search,
  people: readonly SignIn[],
  password: string,
): Promise<void> {
  for (const store of USER_STORES) await seed(search, store, people, password);
}

async function seed(
  search: Search,
  store: string,
  people: readonly SignIn[],
  password: string,
): Promise<void> {
  const known = await readKnown(search, store);
  const matches = passwordCheck(password);
  const wanted = people.filter(({ id, name }) => {
    const stored = known.get(id);
    return stored?.displayName !== name || !matches(stored.password);
  });
  if (wanted.length === 0) return;
  const hash = `{bcrypt}${bcrypt.hashSync(password, COST)}`;
  const lines = wanted.flatMap(({ id, name }) => [
    { index: { _id: id } },
    {
      id,
      userId: id,
      displayName: name,
      password: hash,
      roles: known.get(id)?.roles.length ? known.get(id)?.roles : [ROLE],
    },
  ]);
  await bulk(search, store, lines);
}

async function readKnown(search: Search, store: string) {
  const answer = hitsSchema.parse(await search.call('GET', `${store}/_search?size=10000`));
  return new Map(answer.hits.hits.map(({ _id, _source }) => [_id, _source]));
}

/** Compares with each stored hash once: people seeded together share one. */
function passwordCheck(password: string): (stored: string) => boolean {
  const answers = new Map<string, boolean>();
  return (stored) => {
    const hash = stored.replace('{bcrypt}', '');
    const answer = answers.get(hash) ?? bcrypt.compareSync(password, hash);
    answers.set(hash, answer);
    return answer;
  };
}
