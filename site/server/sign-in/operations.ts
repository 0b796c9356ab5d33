import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { SessionQueries } from '../../../records/index.ts';
import type { Person } from '../../api/common.ts';
import { ApiError } from '../errors.ts';
import { heldBy, notSignedIn, type People, signedIn } from '../people.ts';
import type { CheckPassword, Passwords } from './accounts.ts';
import { csrfToken } from './csrf.ts';
import type { Oidc } from './oidc.ts';
import { endSession, type Sessions, sessionDone } from './sessions.ts';

/** What signing in needs. */
export type SignInDeps<User extends Person> = {
  people: People<User>;
  sessions: Sessions;
  checkPassword: CheckPassword;
  /** The passwords that are kept here, with everybody's sessions; undefined: they are somebody else's matter. */
  own?: { passwords: Passwords; records: SessionQueries } | undefined;
  /** A provider people sign in at instead, or another site that shares the session. */
  oidc?: Oidc | 'elsewhere' | undefined;
  now: () => Date;
  /** When a failed try is answered, in milliseconds from its begin. */
  failsAfterMs: number;
};

const LONGEST_DEVICE = 300;

/** The operations on the session itself; they alone see the request. */
export function sessionOperations<User extends Person>(deps: SignInDeps<User>) {
  const { people, now, own } = deps;
  const read = (request: Request) => ({
    user: signedIn(request, people, now()),
    signInBy: signInBy(deps.oidc),
    mustChangePassword:
      heldBy(request, now()) !== undefined && request.session.mustChangePassword === true,
    csrfToken: csrfToken(request),
  });

  /**
   * Signs somebody in, with a new id: whoever knew the one before does not know this session.
   * @throws ApiError `no-role`
   */
  async function begin(
    request: Request,
    userId: string,
    more: { mustChangePassword?: boolean; idToken?: string | undefined } = {},
  ) {
    if (people.userOf(userId) === undefined) {
      throw new ApiError('no-role', people.notHere(people.nameOf(userId)));
    }
    const { oidc: otherTabs } = request.session;
    await sessionDone((done) => request.session.regenerate(done));
    Object.assign(request.session, {
      userId,
      signedInAt: now().getTime(),
      from: request.ip ?? '',
      device: (request.get('user-agent') ?? '').slice(0, LONGEST_DEVICE),
      oidc: otherTabs,
      ...more,
    });
    const session = read(request);
    await sessionDone((done) => request.session.save(done));
    return session;
  }

  /** The one answer to every failure, always after the same time: an unknown name is found out sooner than a password. */
  async function failed(): Promise<ApiError> {
    await sleep(deps.failsAfterMs);
    return new ApiError(
      'bad-credentials',
      '登录名或密码不正确，请重新填写。连续多次不正确的，请过 15 分钟再试。',
    );
  }

  return {
    readSession: read,
    failed,

    async signIn(request: Request, { userId, password }: { userId: string; password: string }) {
      if (deps.oidc !== undefined) throw useOidc(deps.oidc);
      const failure = failed();
      // Who is nobody's name is not asked after anywhere.
      const known = people.idOf(userId) !== undefined;
      if (!known || !(await deps.checkPassword(userId, password))) throw await failure;
      const mustChangePassword = (await own?.passwords.mustChange(userId)) ?? false;
      return begin(request, userId, { mustChangePassword });
    },

    async changePassword(request: Request, { before, after }: { before: string; after: string }) {
      const userId = heldBy(request, now());
      if (userId === undefined || own === undefined || people.userOf(userId) === undefined) {
        throw notSignedIn();
      }
      await own.passwords.change(userId, before, after);
      // Whoever has signed in with the old one is out.
      await own.records.endSessionsOf(userId);
      return begin(request, userId);
    },

    /** Signs in whom somebody else has proven to be this person. */
    begin,

    async signOut(request: Request, response: Response): Promise<{ goOnAt?: string }> {
      const { oidc } = deps;
      const goOnAt = typeof oidc === 'object' ? await oidc.signOutAddress(request) : undefined;
      await endSession(deps.sessions, request, response);
      return goOnAt === undefined ? {} : { goOnAt };
    },
  };
}

function signInBy(oidc: Oidc | 'elsewhere' | undefined) {
  if (oidc === undefined) return 'password';
  return oidc === 'elsewhere' ? 'elsewhere' : 'oidc';
}

function useOidc(oidc: Oidc | 'elsewhere'): ApiError {
  return new ApiError(
    'use-oidc',
    oidc === 'elsewhere'
      ? '本系统使用统一身份认证，请先在统一入口登录，再打开本页。'
      : '本系统使用统一身份认证，没有单独的密码。请在登录页面点“统一身份认证登录”。',
  );
}
