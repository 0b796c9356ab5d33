const LONGEST_MS = 15_000;

/** Camunda's login does not answer, or not as it should: nothing is known of the password. */
export class LoginUnavailable extends Error {
  override name = 'LoginUnavailable';
}

/** A session of somebody at Camunda's web applications: what their browser would send with each request. */
export type WebSession = { cookie: string; token: string | undefined };

/**
 * Signs a user in to Camunda's web applications; undefined when the password is not theirs.
 * @throws LoginUnavailable
 */
export async function openSession(
  origin: string,
  userId: string,
  password: string,
): Promise<WebSession | undefined> {
  const answer = await post(`${origin}/api/login`, {
    // In the body: addresses are written to logs.
    body: new URLSearchParams({ username: userId, password }),
  });
  if (answer.status === 401 || answer.status === 403) return undefined;
  if (!answer.ok) throw new LoginUnavailable(`login answered ${answer.status}`);
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { cookie: cookies.join('; '), token: answer.headers.get('x-csrf-token') ?? undefined };
}

/** The headers by which a request belongs to a session. */
export function headersOf({ cookie, token }: WebSession): Record<string, string> {
  return { cookie, ...(token === undefined ? {} : { 'x-csrf-token': token }) };
}

/** Left open it would only run out by itself, so a failure here is nobody's trouble. */
export async function closeSession(origin: string, session: WebSession): Promise<void> {
  await post(`${origin}/api/logout`, { headers: headersOf(session) }).catch(() => {});
}

async function post(url: string, more: RequestInit): Promise<Response> {
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
