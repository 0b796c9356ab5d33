import { watch } from 'node:fs';
import type { Logger } from 'pino';

const PATIENCE = {
  /** An editor or a copy writes a file in several steps; the last one counts. */
  settledAfterMs: 500,
  /** After a failure it is tried again by itself: the engine or the database may have been away. */
  againAfterMs: 60_000,
};

/**
 * Calls `changed` once at the start and after each change of the folder of holiday notices; one run at a time.
 * A failure is logged and tried again: a faulty notice never stops the work.
 */
export function watchNotices(
  folder: string,
  changed: () => Promise<void>,
  log: Pick<Logger, 'error'>,
  { settledAfterMs, againAfterMs } = PATIENCE,
): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let runs = Promise.resolve();
  let closed = false;
  const watcher = watch(folder, () => runAfter(settledAfterMs));
  watcher.on('error', (error) => log.error({ err: error }, 'holiday notices no longer watched'));

  function runAfter(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(run, ms);
  }
  function run(): void {
    runs = runs.then(changed).catch((error: unknown) => {
      log.error({ err: error }, 'holiday notices not taken over, will be tried again');
      if (!closed) runAfter(againAfterMs);
    });
  }

  run();
  return {
    close() {
      closed = true;
      watcher.close();
      clearTimeout(timer);
    },
  };
}
