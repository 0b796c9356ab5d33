import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMail, type StoredMail, withEnvelope } from './mail.ts';

export type MailStore = {
  /** Keeps a mail; when this resolves it survives the end of the process. */
  add(raw: Buffer, recipients: string[]): Promise<void>;
  /** Every mail, in the order of arrival. */
  all(): Promise<readonly StoredMail[]>;
  find(id: string): Promise<StoredMail | undefined>;
};

/** The mails of a folder, one .eml file each; the folder is made when it is missing. */
export async function openStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const fileOf = (id: string) => join(folder, `${id}.eml`);
  const mails: StoredMail[] = [];
  // Taken apart when somebody looks: most mails of a busy hour nobody ever reads.
  const unread = (await readdir(folder))
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -'.eml'.length))
    .sort();
  let reading: Promise<unknown> = Promise.resolve();
  let kept = 0;

  async function readOn(): Promise<readonly StoredMail[]> {
    for (let id = unread[0]; id !== undefined; id = unread[0]) {
      const raw = await readFile(fileOf(id)).catch(ifGone);
      if (raw !== undefined) mails.push(await readMail(id, raw));
      unread.shift();
    }
    return mails;
  }

  /** One reader after the other, so that none takes a mail for another's. */
  function all(): Promise<readonly StoredMail[]> {
    const read = reading.then(readOn);
    reading = read.catch(() => {});
    return read;
  }

  return {
    async add(raw, recipients) {
      kept += 1;
      const id = newId(kept);
      // Renamed when complete, so that a crash leaves no half mail.
      const part = join(folder, `${id}.part`);
      await writeFile(part, withEnvelope(raw, recipients));
      await rename(part, fileOf(id));
      unread.push(id);
    },
    all,
    find: async (id) => (await all()).find((mail) => mail.id === id),
  };
}

/** A file that somebody has deleted by hand is no mail any more. */
function ifGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Sorts by arrival: milliseconds, then a counter of this process. */
function newId(count: number): string {
  const time = new Date().toISOString().replace(/\D/g, '');
  return `${time}-${String(count).padStart(6, '0')}-${randomBytes(3).toString('hex')}`;
}
