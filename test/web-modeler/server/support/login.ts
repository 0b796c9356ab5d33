import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** What stands for Camunda's login: everyone's password is `demo`. */
export type FakeLogin = {
  url: string;
  /** The paths asked for, with the query there was. */
  asked: string[];
  /** Answers every question with this status from now on; undefined: as Camunda would. */
  answer(status: number | undefined): void;
  close(): Promise<void>;
};

export async function startLogin(users: string[]): Promise<FakeLogin> {
  const asked: string[] = [];
  let always: number | undefined;
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    asked.push(request.url ?? '');
    const known = users.includes(form.get('username') ?? '') && form.get('password') === 'demo';
    if (request.url === '/api/logout') response.writeHead(204);
    else if (always !== undefined) response.writeHead(always);
    else if (known) response.writeHead(204, { 'set-cookie': 'CAMUNDA=1; Path=/; HttpOnly' });
    else response.writeHead(401);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    answer: (status) => {
      always = status;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
