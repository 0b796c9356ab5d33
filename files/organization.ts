import { readFileSync, statSync } from 'node:fs';
import { types } from 'node:util';
import type { Logger } from 'pino';
import {
  createDirectory,
  type Directory,
  OrganizationError,
  parseOrganization,
} from '../law/directory/index.ts';

/**
 * Reads the organisation file.
 * @throws OrganizationError with every fault of the file, in Chinese, each with its path.
 */
export function loadDirectory(file: string): Directory {
  return createDirectory(parseOrganization(read(file), file));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = types.isNativeError(error) ? error.message : String(error);
    throw new OrganizationError(file, [{ path: '文件', message: `读取不了：${reason}` }]);
  }
}

/**
 * The directory of a file that people edit while the workers run: each call looks whether the file has changed, so a
 * substitute entered today counts for the next job. A faulty edit is logged and the last good content stays.
 * @throws OrganizationError when the file is faulty from the start
 */
export function followDirectory(file: string, log: Logger): () => Directory {
  let seen = stateOf(file);
  let directory = loadDirectory(file);
  return () => {
    const state = stateOf(file);
    if (state === seen) return directory;
    seen = state;
    try {
      directory = loadDirectory(file);
      log.info({ file }, 'organisation taken over');
    } catch (error) {
      log.error({ err: error }, 'organisation not taken over, the last good one stays');
    }
    return directory;
  };
}

function stateOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return `${stat?.mtimeMs} ${stat?.size}`;
}
