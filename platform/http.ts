import { connect } from 'node:net';

const DEFAULT_TIMEOUT_MS = 5000;

/** Whether the address answers with a 2xx or 3xx within the time; a refusal is a "no", not an error. */
export async function answers(url: string, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/** Whether somebody takes connections at this port of the machine. */
export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: DEFAULT_TIMEOUT_MS });
    const end = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
