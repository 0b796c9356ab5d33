import { join } from 'node:path';
import { PlatformError } from '../../engine/problem.ts';
import { type Holder, holderIn, takeLock } from '../../files/lock.ts';

function lockFile(dataFolder: string): string {
  return join(dataFolder, 'launcher.json');
}

/** The launcher that runs on this data folder right now, if any. */
export function holderOf(dataFolder: string): Holder | undefined {
  return holderIn(lockFile(dataFolder));
}

/**
 * Makes this process the only launcher on the data folder. A file left by a launcher that is gone
 * is taken over.
 * @returns a function that gives the folder free again
 * @throws PlatformError when another launcher is running on it
 */
export function takeDataFolder(dataFolder: string): () => void {
  const taken = takeLock(lockFile(dataFolder));
  if ('release' in taken) return taken.release;
  throw alreadyRunning(dataFolder, taken.holder);
}

function alreadyRunning(dataFolder: string, holder: Holder | undefined): PlatformError {
  const who = holder === undefined ? '' : `（进程号 ${holder.pid}）`;
  return new PlatformError(
    `平台已在运行${who}，数据目录 ${dataFolder}。请先停止它（Ctrl-C），或用 DATA_FOLDER 与 PORT_OFFSET 另起一套。`,
  );
}
