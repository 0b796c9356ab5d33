import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';
const GONE = new Set(['ENOENT', 'ESRCH']);
const LOOPBACK = /^(?:0100007F|0000000000000000FFFF00000100007F|0{24}01000000):/;

/** The ports on which these processes listen for other machines too, as Linux itself lists them. */
export function portsOpenToOthers(pids: number[]): number[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((row) => row[3] === LISTENING && sockets.has(`socket:[${row[9]}]`))
      .map((row) => row[1] ?? '')
      .filter((address) => !LOOPBACK.test(address))
      .map((address) => Number.parseInt(address.split(':')[1] ?? '', 16)),
  );
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return ifStillThere(() => readdirSync(folder)).flatMap((name) =>
    ifStillThere(() => [readlinkSync(`${folder}/${name}`)]),
  );
}

/** A process may end, and a socket close, while they are looked at. */
function ifStillThere(read: () => string[]): string[] {
  try {
    return read();
  } catch (error) {
    if (!GONE.has(String((error as NodeJS.ErrnoException).code))) throw error;
    return [];
  }
}
