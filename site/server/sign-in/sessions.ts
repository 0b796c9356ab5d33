import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import pg from 'pg';
import writeFileAtomic from 'write-file-atomic';

declare module 'express-session' {
  interface SessionData {
    /** The login name of who is signed in. */
    userId: string;
    /** When they signed in, in milliseconds since 1970. */
    signedInAt: number;
    /** The network address they signed in from, and what their browser called itself. */
    from: string;
    device: string;
    /** Only a password may be chosen with it. */
    mustChangePassword: true;
  }
}

/** A session that is not used this long is over. */
export const IDLE_MS = 30 * 60_000;
/** However much it is used, a session is over after this long. */
export const LONGEST_MS = 12 * 60 * 60_000;

export type SessionOptions = {
  pool: pg.Pool;
  secret: string;
  complain: (error: unknown) => void;
  /** The cookie's name: whoever serves two sites at one host and port gives them two. */
  cookie?: string;
  table?: string;
};

export type Sessions = {
  cookie: string;
  /** Where the cookie is sent. */
  path: string;
  /** Gives each request its session. */
  handler: RequestHandler;
};

/** The name of a session that is not what its cookie holds; the records give sessions the same. */
export function keyOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

/**
 * The connections for sessions and counters: apart from the records', so that neither waits for the other.
 * @param complain hears of those that break while idle
 */
export function sessionPool(
  url: string,
  name: string,
  complain: (error: unknown) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max: 4,
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  });
  pool.on('error', complain);
  return pool;
}

/** Sessions in PostgreSQL; the cookie tells a script, another site and plain HTTP behind TLS nothing. */
export function sessions({
  pool,
  secret,
  complain,
  cookie = 'session',
  table = 'sessions',
}: SessionOptions): Sessions {
  const Store = seldomTouching(pool, table, complain);
  // One for all wings: who is signed in at one of them is at the others.
  const path = '/';
  const handler = session({
    name: cookie,
    secret,
    store: new Store({ pool, tableName: table, errorLog: complain }),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure: 'auto', path, maxAge: IDLE_MS },
  });
  return { cookie, path, handler: forgettingEarlier(cookie, handler) };
}

/**
 * An earlier release gave its cookie to `/api` alone, and a browser that still has it sends that one first, for as long as
 * it lives: it is taken away, and the other one counts.
 */
function forgettingEarlier(name: string, handler: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const cookies = (request.headers.cookie ?? '').split(/; */);
    const [earlier, ...later] = cookies.filter((one) => one.startsWith(`${name}=`));
    if (later.length > 0) {
      response.clearCookie(name, { path: '/api' });
      request.headers.cookie = cookies.filter((one) => one !== earlier).join('; ');
    }
    return handler(request, response, next);
  };
}

/**
 * The store, which notes that a session was used at most once a minute: a page of Camunda's asks several times a second,
 * and each note waits for the disk.
 */
function seldomTouching(pool: pg.Pool, table: string, complain: (error: unknown) => void) {
  return class extends connectPgSimple(session) {
    override touch(id: string, { cookie }: session.SessionData, done: () => void = () => {}) {
      const endsAt = cookie.expires ?? new Date(Date.now() + IDLE_MS);
      pool
        .query(
          `update ${table} set expire = $2 where sid = $1 and expire < $2::timestamptz - interval '1 minute'`,
          [id, endsAt],
        )
        .catch(complain);
      // Nobody's answer waits for the note.
      done();
    }
  };
}

/**
 * The secret that signs session ids; made once and kept, so that a restart signs nobody out.
 * @param before where an earlier release kept it; it is moved from there
 */
export async function sessionSecret(file: string, before: string): Promise<string> {
  const kept = await keptIn(file);
  if (kept !== undefined) return kept;
  const secret = (await keptIn(before)) ?? randomBytes(48).toString('hex');
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, secret, { mode: 0o600 });
  if (before !== file) await rm(before, { force: true });
  return secret;
}

async function keptIn(file: string): Promise<string | undefined> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  return kept.length >= 64 ? kept : undefined;
}

/** Ends the session a request comes from, here and in the browser. */
export async function endSession(
  { cookie, path }: Pick<Sessions, 'cookie' | 'path'>,
  request: Request,
  response: Response,
): Promise<void> {
  await sessionDone((done) => request.session.destroy(done));
  response.clearCookie(cookie, { path });
}

/** What express-session does with a session, as a promise. */
export function sessionDone(work: (done: (error: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    work((error) => (error ? reject(error) : resolve()));
  });
}
