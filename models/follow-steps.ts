import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import { loadSteps } from './load-steps.ts';
import type { Steps } from './steps.ts';

/**
 * The steps of a folder that publishing exchanges as a whole while the workers run: each call looks whether it is
 * still the same folder. A faulty one is logged and the last good ones stay.
 * @throws when the models are faulty from the start
 */
export async function followSteps(folder: string, log: Logger): Promise<() => Promise<Steps>> {
  let seen = stateOf(folder);
  let steps = await loadSteps(folder);
  return async () => {
    const state = stateOf(folder);
    if (state === seen) return steps;
    try {
      steps = await loadSteps(folder);
      log.info({ folder }, 'models taken over');
    } catch (error) {
      log.error({ err: error }, 'models not taken over, the last good ones stay');
    }
    seen = state;
    return steps;
  };
}

function stateOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return `${stat?.ino} ${stat?.mtimeMs}`;
}
