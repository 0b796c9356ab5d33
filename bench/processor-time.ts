import { statFields } from '../files/process-start.ts';
import { belongsTo } from '../platform/processes/marker.ts';
import { listProcesses } from '../platform/processes/table.ts';

// Linux counts processor time in hundredths of a second.
const TICKS_A_SECOND = 100;

/**
 * Processor seconds that all programs of a data folder have used so far, PostgreSQL's own processes included; 0 where
 * the system does not tell (it is not Linux). Steadier than the clock on a machine that is shared with others.
 */
export function processorSeconds(dataFolder: string): number {
  const processes = listProcesses().flatMap((line) => {
    const stat = statOf(line.pid);
    return stat === undefined ? [] : [{ ...line, ...stat }];
  });
  const own = new Set(
    processes.filter((line) => belongsTo(dataFolder, line)).map(({ pid }) => pid),
  );
  const ticks = processes
    .filter(({ pid, parent }) => own.has(pid) || own.has(parent))
    .map((process) => process.ticks);
  return ticks.reduce((sum, some) => sum + some, 0) / TICKS_A_SECOND;
}

/** A process's parent and its time in user and system mode, with that of its children that are over. */
function statOf(pid: number): { parent: number; ticks: number } | undefined {
  try {
    const fields = statFields(pid).map(Number);
    const [parent = 0, times] = [fields[1], fields.slice(11, 15)];
    return { parent, ticks: times.reduce((sum, time) => sum + time, 0) };
  } catch {
    return undefined;
  }
}
