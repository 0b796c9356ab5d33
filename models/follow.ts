import { statSync } from 'node:fs';
import type { Logger } from 'pino';

/**
 * What is read of a folder of models that publishing exchanges as a whole while others run: each call looks whether it is
 * still the same folder. A faulty one is logged and what was read last stays.
 * @throws when the models are faulty from the start
 */
export async function followModels<T>(
  folder: string,
  read: (folder: string) => Promise<T>,
  log: Logger,
): Promise<() => Promise<T>> {
  let seen = stateOf(folder);
  let last = await read(folder);
  return async () => {
    const state = stateOf(folder);
    if (state === seen) return last;
    try {
      last = await read(folder);
      log.info({ folder }, 'models taken over');
    } catch (error) {
      log.error({ err: error }, 'models not taken over, the last good ones stay');
    }
    seen = state;
    return last;
  };
}

function stateOf(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return `${stat?.ino} ${stat?.mtimeMs}`;
}
