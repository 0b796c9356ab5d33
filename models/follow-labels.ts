import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import { type Labels, loadLabels } from './labels.ts';

/**
 * The labels of a folder that publishing exchanges as a whole while the workers run: each call looks whether it is
 * still the same folder. A faulty one is logged and the last good labels stay.
 * @throws when the models are faulty from the start
 */
export async function followLabels(folder: string, log: Logger): Promise<() => Promise<Labels>> {
  let seen = stateOf(folder);
  let labels = await loadLabels(folder);
  return async () => {
    const state = stateOf(folder);
    if (state === seen) return labels;
    try {
      labels = await loadLabels(folder);
      log.info({ folder }, 'models taken over');
    } catch (error) {
      log.error({ err: error }, 'models not taken over, the last good labels stay');
    }
    seen = state;
    return labels;
  };
}

function stateOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return `${stat?.ino} ${stat?.mtimeMs}`;
}
