import { waitFor } from '../../engine/wait.ts';
import { belongsTo } from './marker.ts';
import { isAlive, listProcesses } from './table.ts';

const ENDS_WITHIN_MS = 20_000;

/**
 * Ends what an earlier launcher on this data folder left running when it was killed itself: first
 * asked, then killed. Recognised by the marker on the command line, so nothing else is ever touched.
 * @returns the ids of the processes that were ended
 */
export async function endStaleProcesses(
  dataFolder: string,
  withinMs = ENDS_WITHIN_MS,
): Promise<number[]> {
  const stale = processesOf(dataFolder);
  for (const pid of stale) signal(pid, 'SIGTERM');
  const gone = () => Promise.resolve(!stale.some(isAlive));
  await waitFor('stale processes', gone, { withinMs, everyMs: 50 }).catch(() => {
    for (const pid of stale) signal(pid, 'SIGKILL');
  });
  await waitFor('killed stale processes', gone, { withinMs: 5000, everyMs: 50 });
  return stale;
}

/** Kills every process of this data folder at once. */
export function killProcessesOf(dataFolder: string): void {
  for (const pid of processesOf(dataFolder)) signal(pid, 'SIGKILL');
}

function processesOf(dataFolder: string): number[] {
  return listProcesses()
    .filter((line) => line.pid !== process.pid && belongsTo(dataFolder, line))
    .map((line) => line.pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
