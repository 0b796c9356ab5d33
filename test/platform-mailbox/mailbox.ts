import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type Mailbox, startMailbox } from '../../platform/mailbox/index.ts';

/** Starts mailboxes on free ports over one temporary folder, one after another. */
export async function mailboxInFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'test-mailbox-'));
  let mailbox: Mailbox;
  const start = async () => {
    mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, folder });
  };
  await start();
  return {
    folder,
    start,
    close: () => mailbox.close(),
    async remove() {
      await mailbox.close();
      await rm(folder, { recursive: true, force: true });
    },
    /** Sends through SMTP; the envelope is the header's unless given. */
    async send(mail: SendMailOptions) {
      const transport = createTransport({ host: '127.0.0.1', port: mailbox.smtpPort });
      await transport.sendMail({ from: 'system@x.example', to: 'a@x.example', ...mail });
    },
    get: (path: string) => fetch(`http://127.0.0.1:${mailbox.httpPort}${path}`),
    async list(query = '') {
      const answer = await fetch(`http://127.0.0.1:${mailbox.httpPort}/api/messages${query}`);
      return (await answer.json()) as Record<string, unknown>[];
    },
    ports: () => ({ smtpPort: mailbox.smtpPort, httpPort: mailbox.httpPort }),
  };
}
