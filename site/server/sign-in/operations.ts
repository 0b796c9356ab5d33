import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { type CheckPassword, LoginUnavailable } from '../../../engine/login.ts';
import type { Person } from '../../api/common.ts';
import { ApiError } from '../errors.ts';
import { type People, signedIn } from '../people.ts';
import { csrfToken } from './csrf.ts';
import type { Sessions } from './sessions.ts';

/** What signing in needs. */
export type SignInDeps<User extends Person> = {
  people: People<User>;
  sessions: Sessions;
  checkPassword: CheckPassword;
  now: () => Date;
  /** When a failed try is answered, in milliseconds from its begin. */
  failsAfterMs: number;
};

/** The operations on the session itself; they alone see the request. */
export function sessionOperations<User extends Person>(deps: SignInDeps<User>) {
  const { people, now } = deps;
  const read = (request: Request) => ({
    user: signedIn(request, people, now()),
    csrfToken: csrfToken(request),
  });

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
      const failure = failed();
      // Who is nobody's name is not asked after anywhere.
      const known = people.idOf(userId) !== undefined;
      if (!known || !(await asked(deps.checkPassword(userId, password)))) throw await failure;
      if (people.userOf(userId) === undefined) {
        throw new ApiError('no-role', people.notHere(people.nameOf(userId)));
      }
      // A new id: whoever knew the one before does not know this session.
      await sessionDone((done) => request.session.regenerate(done));
      request.session.userId = userId;
      request.session.signedInAt = now().getTime();
      const session = read(request);
      await sessionDone((done) => request.session.save(done));
      return session;
    },

    async signOut(request: Request, response: Response): Promise<Record<string, never>> {
      await sessionDone((done) => request.session.destroy(done));
      response.clearCookie(deps.sessions.cookie, { path: deps.sessions.path });
      return {};
    },
  };
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
