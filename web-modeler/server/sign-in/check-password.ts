import { ApiError } from '../errors.ts';

const LONGEST_MS = 15_000;

/**
 * Whether a user of Camunda has this password.
 * @throws ApiError `login-unavailable`
 */
export type CheckPassword = (userId: string, password: string) => Promise<boolean>;

/** Asks Camunda's own login, as its pages do; the session that opens there is closed again. */
export function camundaLogin(loginUrl: string): CheckPassword {
  return async (userId, password) => {
    const answer = await call(`${loginUrl}/api/login`, {
      // In the body: addresses are written to logs.
      body: new URLSearchParams({ username: userId, password }),
    });
    if (answer.status === 401 || answer.status === 403) return false;
    if (!answer.ok) throw unavailable(new Error(`login answered ${answer.status}`));
    await signOut(loginUrl, answer);
    return true;
  };
}

async function call(url: string, more: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_MS),
      ...more,
    });
  } catch (error) {
    throw unavailable(error);
  }
}

/** Left open it would only run out by itself, so a failure here is nobody's trouble. */
async function signOut(loginUrl: string, signedIn: Response): Promise<void> {
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const token = signedIn.headers.get('x-csrf-token');
  const headers = { cookie, ...(token === null ? {} : { 'x-csrf-token': token }) };
  await call(`${loginUrl}/api/logout`, { headers }).catch(() => {});
}

function unavailable(cause: unknown): ApiError {
  const problem = new ApiError(
    'login-unavailable',
    503,
    '暂时无法核对密码：Camunda 登录服务没有应答，请稍后再试。',
  );
  problem.cause = cause;
  return problem;
}
