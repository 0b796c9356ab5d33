import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Express } from 'express';

const SECONDS = 30;
const PROGRAM = process.env.SCHEMATHESIS ?? 'schemathesis';

const found = spawnSync(PROGRAM, ['--version']).status === 0;
const inCi = ['1', 'true'].includes(process.env.CI ?? '');
const why = 'schemathesis is not installed (pip install schemathesis, or name it by SCHEMATHESIS)';

/** A wing whose API is fuzzed. */
export type Fuzzed = {
  app(): Express | Promise<Express>;
  /** Where schemathesis keeps its notes. */
  folder: string;
  /** Who signs in; everybody's password is `demo`. */
  person: string;
  /** Operations that are left out. */
  except: string[];
  /** The log's lines, and the paths that must have been answered with success: the fuzzer did get behind the sign-in. */
  lines: string[];
  reached: string[];
};

/** A test that fuzzes a wing's API by its own description; `of` is asked once the tests run. */
export function fuzz(of: () => Fuzzed): void {
  if (!found && !inCi) test.skip(`the API is fuzzed: ${why}`, () => {});
  else fuzzing(of);
}

function fuzzing(of: () => Fuzzed): void {
  // After what it uses, which has a limit of its own.
  jest.setTimeout((SECONDS + 240) * 1_000);
  let server: ReturnType<typeof createServer>;
  let origin: string;

  beforeAll(async () => {
    if (!found) throw new Error(why);
    server = createServer(await of().app());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    origin = `http://127.0.0.1:${address.port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test(`${SECONDS} seconds of schemathesis: no 5xx, and nothing that the description does not say`, async () => {
    const { folder, person, except, lines, reached } = of();
    const cookie = await signedInCookie(person);
    const child = spawn(
      PROGRAM,
      [
        'run',
        `${origin}/api/openapi.json`,
        ...['--header', `Cookie: ${cookie.value}`, '--header', `x-csrf-token: ${cookie.token}`],
        ...['--max-time', String(SECONDS), '--seed', String(Date.now() % 1_000_000)],
        ...except.flatMap((name) => ['--exclude-operation-id', name]),
        // What fits the schema may still be refused, for what it says: an unreadable model, a note of blanks.
        ...['--checks', 'all', '--exclude-checks', 'positive_data_acceptance'],
        ...['--generation-with-security-parameters', 'false', '--generation-database', 'none'],
        ...['--no-color', '--warnings', 'off', '--continue-on-failure'],
      ],
      // It keeps notes where it runs.
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const [said, complained, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise((resolve) => child.once('close', resolve)),
    ]);
    // The report names each failure with the request that brings it about.
    if (code !== 0) throw new Error(`${said}\n${complained}`);
    // It did get behind the sign-in.
    for (const path of reached) {
      expect(lines.filter((line) => line.includes(`"path":"${path}","status":200`))).not.toEqual(
        [],
      );
    }
  });

  async function signedInCookie(userId: string): Promise<{ value: string; token: string }> {
    const visit = await fetch(`${origin}/api/session`);
    const { csrfToken } = JSON.parse(await visit.text());
    const answer = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': csrfToken,
        cookie: cookieOf(visit),
      },
      body: JSON.stringify({ userId, password: 'demo' }),
    });
    expect(answer.status).toBe(200);
    const session = JSON.parse(await answer.text());
    return { value: cookieOf(answer), token: session.csrfToken };
  }
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}
