import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { Directory } from '../../../law/directory/index.ts';
import type { Account, SignInRecords } from '../../../records/index.ts';
import { normalPassword, weakness } from '../../api/password.ts';
import { ApiError } from '../errors.ts';

/** Whether somebody may sign in with this password; every failure takes the same work. */
export type CheckPassword = (userId: string, password: string) => Promise<boolean>;

/** What is known of somebody's password: none, the shared one of demonstrations, one somebody else gave, or their own. */
export type PasswordState = 'none' | 'demo' | 'first' | 'own';

/** The passwords of the people of the organisation. */
export type Passwords = {
  check: CheckPassword;
  /** Whether somebody has to choose a password of their own before anything else. */
  mustChange(userId: string): Promise<boolean>;
  /**
   * Gives somebody the password they chose.
   * @throws ApiError `wrong-password` when `before` is not the one they had, `weak-password`
   */
  change(userId: string, before: string, after: string): Promise<void>;
  /** Gives somebody a first password and returns it: it is told once and kept by nobody. */
  reset(userId: string): Promise<string>;
  /** What is known of a password, by its account. */
  stateOf(account: Pick<Account, 'kind'> | undefined): PasswordState;
};

export type PasswordsDeps = {
  records: SignInRecords;
  directory: () => Directory;
  /** The password of everybody who has none yet; undefined: those cannot sign in. */
  demoPassword: string | undefined;
  now: () => Date;
};

/** OWASP's first choice for Argon2id, which is the library's variant: 19 MiB, two passes, one thread. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Letters and digits that nobody takes for one another when they are read from a note. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Passwords as accounts keep them. Who has left the organisation file has none; an account whose hash was made with other
 * costs gets a new one when its owner next signs in.
 */
export function passwords({ records, directory, demoPassword, now }: PasswordsDeps): Passwords {
  // Whoever has no account is checked against this: how long it takes tells nobody who has one.
  let nobodys: Promise<string> | undefined;

  async function fits(userId: string, password: string): Promise<Account | 'demo' | undefined> {
    const account = await records.account(userId);
    nobodys ??= hash(randomPassword(), COSTS);
    const right = await verify(account?.hash ?? (await nobodys), normalPassword(password));
    if (directory().person(userId) === undefined) return undefined;
    if (account === undefined) return isDemo(password) ? 'demo' : undefined;
    return right ? account : undefined;
  }

  function isDemo(password: string): boolean {
    return demoPassword !== undefined && same(password, demoPassword);
  }

  async function hashed(password: string): Promise<string> {
    return hash(normalPassword(password), COSTS);
  }

  return {
    async check(userId, password) {
      const account = await fits(userId, password);
      if (account === undefined) return false;
      if (account !== 'demo' && hasOtherCosts(account.hash)) {
        await records.replacePassword({ ...account, hash: await hashed(password) }, account.hash);
      }
      return true;
    },

    mustChange: async (userId) => (await records.account(userId))?.kind === 'first',

    async change(userId, before, after) {
      const account = await fits(userId, before);
      if (account === undefined) {
        throw new ApiError('wrong-password', '原密码不正确，请重新填写。');
      }
      const weak = same(before, after) ? '新密码不能与原密码相同。' : weakness(after, userId);
      if (weak !== undefined) throw new ApiError('weak-password', weak);
      const own = { person: userId, kind: 'own', hash: await hashed(after), setAt: now() } as const;
      const known = account === 'demo' ? undefined : account.hash;
      if (await records.replacePassword(own, known)) return;
      throw new ApiError('wrong-password', '密码刚刚已被更改，请重新登录。');
    },

    async reset(userId) {
      const first = randomPassword();
      const account = { person: userId, kind: 'first', hash: await hashed(first) } as const;
      await records.setPassword({ ...account, setAt: now() });
      return first;
    },

    stateOf: (account) => account?.kind ?? (demoPassword === undefined ? 'none' : 'demo'),
  };
}

/**
 * The shared password of demonstrations, where it may be used: only people at the machine itself reach a server that
 * listens on loopback with no proxy before it.
 */
export function demoPasswordAt(
  { host, proxied }: { host: string; proxied: boolean },
  password: string | undefined,
): string | undefined {
  return isLoopback(host) && !proxied ? password : undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function hasOtherCosts(of: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(of);
  return (
    memoryCost !== COSTS.memoryCost ||
    timeCost !== COSTS.timeCost ||
    parallelism !== COSTS.parallelism
  );
}

/** Four groups of four, some 79 bits. */
function randomPassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Compares in a time that tells nothing. */
function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(normalPassword(text)).digest();
  return timingSafeEqual(digest(one), digest(other));
}
