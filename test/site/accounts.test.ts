import { beforeEach, describe, expect, test } from '@jest/globals';
import { hash, parseOptions } from '@node-rs/argon2';
import { createDirectory } from '../../law/directory/index.ts';
import type { Account, SignInRecords } from '../../records/index.ts';
import { weakness } from '../../site/api/password.ts';
import { demoPasswordAt, type Passwords, passwords } from '../../site/server/sign-in/accounts.ts';
import { organization, person } from '../law/directory/organization.ts';

const OWN = '庐山的云今天很低很低很低';
const NEXT = 'correct horse battery staple';
const now = new Date('2026-03-10T01:00:00Z');

let people = ['fa.li', 'fa.head'];
let accounts = new Map<string, Account>();
/** Only what passwords ask of the records; how those keep it is tested with them. */
const records = {
  account: async (id: string) => accounts.get(id),
  setPassword: async (account: Account) => void accounts.set(account.person, account),
  replacePassword: async (account: Account, before: string | undefined) => {
    if (accounts.get(account.person)?.hash !== before) return false;
    accounts.set(account.person, account);
    return true;
  },
} as unknown as SignInRecords;

function kept(demoPassword?: string, keptIn = records): Passwords {
  return passwords({
    records: keptIn,
    directory: () => createDirectory(organization(people.map((id) => person(id, '市发改委')))),
    demoPassword,
    now: () => now,
  });
}

beforeEach(() => {
  people = ['fa.li', 'fa.head'];
  accounts = new Map();
});

describe('checking', () => {
  test('a password of one’s own, however its characters are composed', async () => {
    const own = kept();
    await own.change('fa.li', await own.reset('fa.li'), 'Ａcafé au lait noir');
    expect(await own.check('fa.li', 'Acafe\u0301 au lait noir')).toBe(true);
    expect(await own.check('fa.li', 'Acafe au lait noir')).toBe(false);
  });

  test('nobody signs in who is not in the organisation file any more', async () => {
    const own = kept('demo');
    await own.change('fa.li', 'demo', OWN);
    people = ['fa.head'];
    expect(await own.check('fa.li', OWN)).toBe(false);
    people = ['fa.head', 'fa.li'];
    expect(await own.check('fa.li', OWN)).toBe(true);
  });

  test('the demo password is of those who have none of their own, and only where there is one', async () => {
    const own = kept('demo');
    expect(await own.check('fa.li', 'demo')).toBe(true);
    expect(await own.check('no.body', 'demo')).toBe(false);
    expect(await kept().check('fa.li', 'demo')).toBe(false);
    expect(await kept().check('fa.li', '')).toBe(false);
    await own.change('fa.li', 'demo', OWN);
    expect(await own.check('fa.li', 'demo')).toBe(false);
    expect([own.stateOf(accounts.get('fa.li')), own.stateOf(undefined)]).toEqual(['own', 'demo']);
    expect(kept().stateOf(undefined)).toBe('none');
  });

  test('a hash that was made with other costs is made anew when its owner signs in', async () => {
    const before = await hash(OWN, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });
    accounts.set('fa.li', { person: 'fa.li', kind: 'first', hash: before, setAt: new Date(0) });
    const own = kept();
    expect(await own.check('fa.li', 'wrong')).toBe(false);
    expect(accounts.get('fa.li')?.hash).toBe(before);
    expect(await own.check('fa.li', OWN)).toBe(true);
    const after = accounts.get('fa.li');
    expect(after).toMatchObject({ kind: 'first', setAt: new Date(0) });
    expect(after?.hash).toMatch(/^\$argon2id\$/);
    expect(parseOptions(after?.hash ?? '')).toMatchObject({
      ...{ memoryCost: 19_456, timeCost: 2, parallelism: 1 },
    });
    expect(await own.check('fa.li', OWN)).toBe(true);
    expect(accounts.get('fa.li')?.hash).toBe(after?.hash);
  });
});

describe('a first password', () => {
  test('is another one each time, has to be changed, and is nothing afterwards', async () => {
    const own = kept('demo');
    const [one, two] = [await own.reset('fa.li'), await own.reset('fa.li')];
    expect(one).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    expect(two).not.toBe(one);
    expect(await own.check('fa.li', one)).toBe(false);
    expect(await own.check('fa.li', 'demo')).toBe(false);
    expect(await own.check('fa.li', two)).toBe(true);
    expect(await own.mustChange('fa.li')).toBe(true);
    await own.change('fa.li', two, OWN);
    expect(await own.mustChange('fa.li')).toBe(false);
    expect(await own.check('fa.li', two)).toBe(false);
    expect(accounts.get('fa.li')).toMatchObject({ kind: 'own', setAt: now });
  });
});

describe('choosing a password', () => {
  test('takes the one before, and another one', async () => {
    const own = kept('demo');
    const change = (before: string, after: string) => own.change('fa.li', before, after);
    await expect(change('wrong', OWN)).rejects.toMatchObject({ code: 'wrong-password' });
    await change('demo', OWN);
    await expect(change(OWN, OWN)).rejects.toMatchObject({ code: 'weak-password' });
    await expect(change(OWN, 'short')).rejects.toMatchObject({ code: 'weak-password' });
    await change(OWN, NEXT);
    expect([await own.check('fa.li', OWN), await own.check('fa.li', NEXT)]).toEqual([false, true]);
  });

  test('one that was reset meanwhile stays', async () => {
    const usual = kept('demo');
    await usual.change('fa.li', 'demo', OWN);
    const own = kept('demo', {
      ...records,
      replacePassword: async (...given) => {
        await usual.reset('fa.li');
        return records.replacePassword(...given);
      },
    });
    await expect(own.change('fa.li', OWN, NEXT)).rejects.toMatchObject({ code: 'wrong-password' });
    expect(await own.mustChange('fa.li')).toBe(true);
  });

  test.each([
    ['eleven chars', '12345678a!x'],
    ['a keyboard’s row', 'qwertyuiopas'],
    ['digits upwards', '012345678901'],
    ['one character', 'aaaaaaaaaaaa'],
    ['two in turn', 'abababababab'],
    ['a common word with decoration', 'Password2026!'],
    ['the place with a year', 'jiujiang2026'],
    ['the login name', 'xiushui.caizheng.leng'],
    ['the login name with a number', 'XiushuiCaizhengLeng88'],
  ])('too easily guessed: %s', (_what, password) => {
    expect(weakness(password, 'xiushui.caizheng.leng')).toMatch(/^新密码/);
  });

  test.each([OWN, NEXT, 'zhe shi yi ju hua', 'k3v9w2m7q8x1'])('good enough: %s', (password) => {
    expect(weakness(password, 'xiushui.caizheng.leng')).toBeUndefined();
  });
});

test.each([
  ['127.0.0.1', false, 'demo'],
  ['127.1.2.3', false, 'demo'],
  ['localhost', false, 'demo'],
  ['::1', false, 'demo'],
  ['127.0.0.1', true, undefined],
  ['0.0.0.0', false, undefined],
  ['::', false, undefined],
  ['10.0.0.5', false, undefined],
  ['127.0.0.1.example', false, undefined],
])(
  'listening at %s, with a proxy before it: %s, the demo password is %s',
  (host, proxied, then) => {
    expect(demoPasswordAt({ host, proxied }, 'demo')).toBe(then);
  },
);
