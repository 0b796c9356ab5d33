import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMail, type StoredMail, withEnvelope } from './mail.ts';

export type MailStore = {
  /** Keeps a mail; when this resolves it survives the end of the process. */
  add(raw: Buffer, recipients: string[]): Promise<void>;
  /** Every mail, in the order of arrival. */
  all(): readonly StoredMail[];
  find(id: string): StoredMail | undefined;
};

/** The mails of a folder, one .eml file each; the folder is made when it is missing. */
export async function openStore(folder: string): Promise<MailStore> {
  await mkdir(folder, { recursive: true });
  const mails: StoredMail[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort()) {
    mails.push(await readMail(file.slice(0, -'.eml'.length), await readFile(join(folder, file))));
  }
  let kept = 0;
  return {
    async add(raw, recipients) {
      kept += 1;
      const id = newId(kept);
      const whole = withEnvelope(raw, recipients);
      // Renamed when complete, so that a crash leaves no half mail.
      await writeFile(join(folder, `${id}.part`), whole);
      await rename(join(folder, `${id}.part`), join(folder, `${id}.eml`));
      mails.push(await readMail(id, whole));
    },
    all: () => mails,
    find: (id) => mails.find((mail) => mail.id === id),
  };
}

/** Sorts by arrival: milliseconds, then a counter of this process. */
function newId(count: number): string {
  const time = new Date().toISOString().replace(/\D/g, '');
  return `${time}-${String(count).padStart(6, '0')}-${randomBytes(3).toString('hex')}`;
}
