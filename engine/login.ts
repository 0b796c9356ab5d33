const LONGEST_MS = 15_000;

/** Camunda's login does not answer, or not as it should: nothing is known of the password. */
export class LoginUnavailable extends Error {
  override name = 'LoginUnavailable';
}

/**
 * Whether a user of Camunda has this password.
 * @throws LoginUnavailable
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
    if (!answer.ok) throw new LoginUnavailable(`login answered ${answer.status}`);
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
    throw new LoginUnavailable('no answer from login', { cause: error });
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
