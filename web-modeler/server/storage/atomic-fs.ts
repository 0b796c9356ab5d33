import { promises } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/**
 * The file system git works on: every file is written beside its place and renamed onto it, so that a process
 * killed at any moment leaves the old file or the new one, never half. Git itself writes in place. What a call has
 * done when it returns is on the disk, names of files and folders too: a power cut takes nothing of it back.
 */
export const atomicFs = {
  promises: {
    ...promises,
    // Git passes an encoding or an object of options; the writer would change that object.
    async writeFile(file: string, data: string | Uint8Array, options: unknown = {}): Promise<void> {
      await writeFileAtomic(
        file,
        typeof data === 'string' ? data : Buffer.from(data),
        typeof options === 'object' ? { ...options } : {},
      );
      await syncFolder(dirname(file));
    },
    async mkdir(folder: string): Promise<void> {
      await promises.mkdir(folder);
      await syncFolder(dirname(folder));
    },
  },
};

/** The writer sees to a file's content; its name is the folder's content. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await promises.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What an interrupted write leaves beside its file: the file's name with a number behind it. */
export const INTERRUPTED = /\.\d+$/;
