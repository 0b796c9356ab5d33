import { promises } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';

/**
 * The file system git works on: every file is written beside its place and renamed onto it, so that a process
 * killed at any moment leaves the old file or the new one, never half. Git itself writes in place.
 */
export const atomicFs = {
  promises: {
    ...promises,
    // Git passes an encoding or an object of options; the writer would change that object.
    writeFile: (file: string, data: string | Uint8Array, options: unknown = {}) =>
      writeFileAtomic(
        file,
        typeof data === 'string' ? data : Buffer.from(data),
        typeof options === 'object' ? { ...options } : {},
      ),
  },
};

/** What an interrupted write leaves beside its file: the file's name with a number behind it. */
export const INTERRUPTED = /\.\d+$/;
