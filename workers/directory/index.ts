import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import { createDirectory } from './directory.ts';
import { OrganizationError } from './errors.ts';
import { parseOrganization } from './parse.ts';
import type { Directory } from './types.ts';

export { chooseAssignee } from './choose.ts';
export { createDirectory } from './directory.ts';
export { OrganizationError, type Problem } from './errors.ts';
export { parseOrganization } from './parse.ts';
export type * from './types.ts';

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
