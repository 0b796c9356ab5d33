import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type pg from 'pg';
import writeFileAtomic from 'write-file-atomic';

declare module 'express-session' {
  interface SessionData {
    /** The login name of who is signed in. */
    userId: string;
    /** When they signed in, in milliseconds since 1970. */
    signedInAt: number;
  }
}

/** A session that is not used this long is over. */
const IDLE_MS = 30 * 60_000;
/** However much it is used, a session is over after this long. */
export const LONGEST_MS = 12 * 60 * 60_000;

export type SessionOptions = { pool: pg.Pool; secret: string; complain: (error: unknown) => void };

/** Sessions in PostgreSQL; the cookie tells a script, another site and plain HTTP behind TLS nothing. */
export function sessions({ pool, secret, complain }: SessionOptions): RequestHandler {
  const Store = connectPgSimple(session);
  return session({
    name: 'modeler',
    secret,
    store: new Store({ pool, tableName: 'modeler_sessions', errorLog: complain }),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure: 'auto', path: '/api', maxAge: IDLE_MS },
  });
}

/** The secret that signs session ids; made once and kept, so that a restart signs nobody out. */
export async function sessionSecret(folder: string): Promise<string> {
  const file = join(folder, 'session-secret');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.length >= 64) return kept;
  const secret = randomBytes(48).toString('hex');
  await writeFileAtomic(file, secret, { mode: 0o600 });
  return secret;
}
