import { type FSWatcher, watch } from 'node:fs';
import type { Logger } from 'pino';

// An editor or a copy writes a file in several steps; the last one counts.
const SETTLED_AFTER_MS = 500;

/**
 * Calls `changed` once at the start and after each change of the folder of holiday notices; one run at a time.
 * A failure is logged and the next change tries again: a faulty notice never stops the work.
 */
export function watchNotices(folder: string, changed: () => Promise<void>, log: Logger): FSWatcher {
  let run = Promise.resolve();
  const again = () => {
    run = run.then(changed).catch((error: unknown) => log.error({ err: error }, 'holiday notices not taken over'));
  };
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(again, SETTLED_AFTER_MS);
  });
  watcher.on('close', () => clearTimeout(timer));
  again();
  return watcher;
}
