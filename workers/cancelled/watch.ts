import type { Logger } from 'pino';
import type { Records } from '../../records/index.ts';

/** Looked at the start and so often; an import that was late is then seen, too. */
const EVERY_MS = 60_000;
/** While a change is fresh: the engine's search shows it some seconds later. */
const SOON_MS = 3_000;
const FRESH_S = 60;

type Watching = {
  close: () => Promise<void>;
  records: Pick<Records, 'changedWithin'>;
  signal: AbortSignal;
  /** Passes so many milliseconds, fewer when the signal comes. */
  wait: (ms: number) => Promise<void>;
  log: Pick<Logger, 'warn'>;
};

/**
 * Closes what was cancelled at once, every minute, and every few seconds for a minute after an operator's change, until
 * the signal. A failure is logged, and the next look sees it.
 */
export async function watchCancelled({
  close,
  records,
  signal,
  wait,
  log,
}: Watching): Promise<void> {
  for (let quiet = EVERY_MS; !signal.aborted; quiet += SOON_MS) {
    try {
      if (quiet >= EVERY_MS || (await records.changedWithin(FRESH_S))) {
        quiet = 0;
        await close();
      }
    } catch (error) {
      log.warn({ err: error }, 'not seen what was cancelled, will look again');
    }
    await wait(SOON_MS);
  }
}
