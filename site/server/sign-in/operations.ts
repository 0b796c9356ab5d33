import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { type CheckPassword, LoginUnavailable } from '../../../engine/login.ts';
import type { Person } from '../../api/common.ts';
import { ApiError } from '../errors.ts';
import { type People, signedIn } from '../people.ts';
import { csrfToken } from './csrf.ts';
import type { Oidc } from './oidc.ts';
import type { Sessions } from './sessions.ts';

/** What signing in needs. */
export type SignInDeps<User extends Person> = {
  people: People<User>;
  sessions: Sessions;
  checkPassword: CheckPassword;
  /** A provider people sign in at instead, or another site that shares the session. */
  oidc?: Oidc | 'elsewhere' | undefined;
  now: () => Date;
  /** When a failed try is answered, in milliseconds from its begin. */
  failsAfterMs: number;
};

/** The operations on the session itself; they alone see the request. */
export function sessionOperations<User extends Person>(deps: SignInDeps<User>) {
  const { people, now } = deps;
  const read = (request: Request) => ({
    user: signedIn(request, people, now()),
    signInBy: signInBy(deps.oidc),
    csrfToken: csrfToken(request),
  });

  /** @throws ApiError `no-role` */
  async function begin(request: Request, userId: string, idToken?: string) {
    if (people.userOf(userId) === undefined) {
      throw new ApiError('no-role', people.notHere(people.nameOf(userId)));
    }
    // A new id: whoever knew the one before does not know this session.
    const { oidc: otherTabs } = request.session;
    await sessionDone((done) => request.session.regenerate(done));
    if (otherTabs !== undefined) request.session.oidc = otherTabs;
    request.session.userId = userId;
    request.session.signedInAt = now().getTime();
    if (idToken !== undefined) request.session.idToken = idToken;
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
      if (!known || !(await asked(deps.checkPassword(userId, password)))) throw await failure;
      return begin(request, userId);
    },

    /** Signs in whom somebody else has proven to be this person. */
    begin,

    async signOut(request: Request, response: Response): Promise<{ goOnAt?: string }> {
      const { oidc } = deps;
      const goOnAt = typeof oidc === 'object' ? await oidc.signOutAddress(request) : undefined;
      await sessionDone((done) => request.session.destroy(done));
      response.clearCookie(deps.sessions.cookie, { path: deps.sessions.path });
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

function sessionDone(work: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });
}

/** @throws ApiError `login-unavailable` */
async function asked(check: Promise<boolean>): Promise<boolean> {
  try {
    return await check;
  } catch (cause) {
    if (!(cause instanceof LoginUnavailable)) throw cause;
    const message = '暂时无法核对密码：Camunda 登录服务没有应答，请稍后再试。';
    const problem = new ApiError('login-unavailable', message);
    problem.cause = cause;
    throw problem;
  }
}
