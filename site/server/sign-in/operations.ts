import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { type CheckPassword, LoginUnavailable } from '../../../engine/login.ts';
import type { Directory } from '../../../law/directory/index.ts';
import type { Session } from '../../api/session.ts';
import { ApiError } from '../errors.ts';
import { csrfToken } from './csrf.ts';
import { nameOf, userOf } from './who.ts';

/** What signing in needs. */
export type SignInDeps = {
  directory: () => Directory;
  checkPassword: CheckPassword;
  now: () => Date;
  /** When a failed try is answered, in milliseconds from its begin. */
  failsAfterMs: number;
};

/** The operations on the session itself; they alone see the request. */
export function sessionOperations(deps: SignInDeps) {
  const read = (request: Request): Session => ({
    user: userOf(request, deps.directory(), deps.now()),
    csrfToken: csrfToken(request),
  });

  return {
    async readSession(request: Request): Promise<Session> {
      return read(request);
    },

    async signIn(
      request: Request,
      { userId, password }: { userId: string; password: string },
    ): Promise<Session> {
      // An unknown user is found out sooner than a wrong password: every failure takes the same time.
      const answerFailure = sleep(deps.failsAfterMs);
      if (!(await asked(deps.checkPassword(userId, password)))) {
        await answerFailure;
        throw new ApiError('bad-credentials', 401, '登录名或密码不正确，请重新填写。');
      }
      if (deps.directory().modelerRole(userId) === undefined) {
        throw new ApiError(
          'no-role',
          403,
          `${nameOf(userId, deps.directory())}没有使用模型管理的权限。如需要，请联系管理员在组织机构文件中添加。`,
        );
      }
      // A new id: whoever knew the one before does not know this session.
      await sessionDone((done) => request.session.regenerate(done));
      request.session.userId = userId;
      request.session.signedInAt = deps.now().getTime();
      const session = read(request);
      await sessionDone((done) => request.session.save(done));
      return session;
    },

    async signOut(request: Request, response: Response): Promise<Record<string, never>> {
      await sessionDone((done) => request.session.destroy(done));
      response.clearCookie('modeler', { path: '/api' });
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
    const problem = new ApiError('login-unavailable', 503, message);
    problem.cause = cause;
    throw problem;
  }
}
