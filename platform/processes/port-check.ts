import { createServer } from 'node:net';
import { PlatformError } from '../../engine/problem.ts';
import { PORTS, type PortName, type Ports } from '../settings/ports.ts';

/**
 * Makes sure that every port we are going to use is free on loopback.
 * @throws PlatformError naming all that are taken, each with the setting that moves it
 */
export async function checkPortsFree(ports: Ports, names: PortName[]): Promise<void> {
  const taken: PortName[] = [];
  for (const name of names) if (!(await isFree(ports[name]))) taken.push(name);
  if (taken.length === 0) return;
  const lines = taken.map(
    (name) => `  ${ports[name]}（${PORTS[name].purpose}）— 用 ${PORTS[name].key} 换一个端口`,
  );
  throw new PlatformError(
    [
      '以下端口已被占用：',
      ...lines,
      '也可以用 PORT_OFFSET 把所有端口一起平移，例如 PORT_OFFSET=100。',
    ].join('\n'),
  );
}

async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) if (!(await canListen(port, host))) return false;
  return true;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has no ::1; that says nothing about the port.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
