import { once } from 'node:events';
import { inWords } from './in-words.ts';
import { killProcessesOf } from './processes/stale.ts';
import { readSettings } from './settings/settings.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const INTERRUPTED = 130;

/**
 * Runs the platform until the first signal and then stops it in order; a second signal kills what is
 * left. Ends this process: 0 after an orderly stop, 1 when the platform could not start.
 */
export async function runUntilSignal(
  start: (signal: AbortSignal) => Promise<{ stop(): Promise<void> }>,
): Promise<never> {
  const first = new AbortController();
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (first.signal.aborted) {
        killProcessesOf(readSettings(process.env).DATA_FOLDER);
        process.exit(INTERRUPTED);
      }
      first.abort();
    });
  }
  try {
    const platform = await start(first.signal);
    if (!first.signal.aborted) await once(first.signal, 'abort');
    await platform.stop();
  } catch (error) {
    if (!first.signal.aborted) {
      console.error(inWords(error));
      process.exit(1);
    }
  }
  process.exit(0);
}
