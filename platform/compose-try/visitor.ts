import { z } from 'zod';

const sessionSchema = z.object({ csrfToken: z.string(), mustChangePassword: z.boolean() });

/** Asks the gateway as its pages do; what is not answered well is thrown. */
export type Visitor = (method: string, path: string, body?: unknown) => Promise<unknown>;

/**
 * Signs somebody in, with a cookie and a token as a browser keeps them. Who has a first password chooses another.
 * @returns what asks in their name, and the password they have now
 */
export async function enter(
  gateway: string,
  person: string,
  password: string,
  next: string,
): Promise<{ visitor: Visitor; password: string }> {
  let cookie = '';
  let token = '';

  const visitor: Visitor = async (method, path, body) => {
    const response = await fetch(`${gateway}${path}`, {
      method,
      headers: {
        ...{ cookie, 'x-csrf-token': token, 'content-type': 'application/json' },
        // Between two calls parts of the platform are ended; a connection kept open would lead nowhere.
        connection: 'close',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const text = await response.text();
    if (!response.ok) throw new Error(`${person}: ${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const session = async (method: string, path: string, body?: unknown) => {
    const answer = sessionSchema.parse(await visitor(method, path, body));
    token = answer.csrfToken;
    return answer;
  };

  await session('GET', '/api/session');
  const { mustChangePassword } = await session('POST', '/api/session', {
    userId: person,
    password,
  });
  if (!mustChangePassword) return { visitor, password };
  await session('PUT', '/api/session/password', { before: password, after: next });
  return { visitor, password: next };
}
