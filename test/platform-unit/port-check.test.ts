import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { checkPortsFree } from '../../platform/processes/port-check.ts';
import { PORT_NAMES, type PortName, type Ports } from '../../platform/settings/ports.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function taken(host: string): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    servers.push(server);
    server.listen(0, host, () => resolve((server.address() as { port: number }).port));
  });
}

/** Port 0 is always free. */
function portsWith(some: Partial<Ports>): Ports {
  return { ...(Object.fromEntries(PORT_NAMES.map((name) => [name, 0])) as Ports), ...some };
}

describe('ports', () => {
  test('all that are taken are named, each with the setting that moves it', async () => {
    const [web, grpc] = [await taken('127.0.0.1'), await taken('0.0.0.0')];
    const check = checkPortsFree(portsWith({ web, grpc }), PORT_NAMES);
    await expect(check).rejects.toThrow(new RegExp(`${web}（Tasklist 与 Operate）.*WEB_PORT`));
    await expect(check).rejects.toThrow(new RegExp(`${grpc}（.*）.*GRPC_PORT`));
    await expect(check).rejects.not.toThrow(/REST_PORT/);
  });

  test('ports of parts that are left out do not matter', async () => {
    const postgres = await taken('127.0.0.1');
    const wanted: PortName[] = PORT_NAMES.filter((name) => name !== 'postgres');
    await checkPortsFree(portsWith({ postgres }), wanted);
  });
});
