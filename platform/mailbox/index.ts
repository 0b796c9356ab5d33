import { createServer, type Server } from 'node:http';
import type { Server as NetServer } from 'node:net';
import { createApp } from './app.ts';
import { createSmtp } from './smtp.ts';
import { openStore } from './store.ts';

export type MailboxOptions = {
  /** 0 takes any free port. */
  smtpPort: number;
  httpPort: number;
  /** Where the mails are kept, one .eml file each. */
  folder: string;
};

export type Mailbox = {
  /** The ports in use. */
  smtpPort: number;
  httpPort: number;
  close(): Promise<void>;
};

const LOOPBACK = '127.0.0.1';

/**
 * Starts a development mailbox on loopback: a real SMTP server, a page to read the mail, a JSON list.
 * @throws when a port is taken or the folder cannot be used.
 */
export async function startMailbox({
  smtpPort,
  httpPort,
  folder,
}: MailboxOptions): Promise<Mailbox> {
  const store = await openStore(folder);
  const smtp = createSmtp(store);
  const http = createServer(createApp(store));
  const closeSmtp = () => new Promise<void>((resolve) => smtp.close(resolve));
  await listening(smtp.server, () => smtp.listen(smtpPort, LOOPBACK));
  try {
    await listening(http, () => http.listen(httpPort, LOOPBACK));
  } catch (error) {
    await closeSmtp();
    throw error;
  }
  return {
    smtpPort: portOf(smtp.server),
    httpPort: portOf(http),
    async close() {
      await Promise.all([closeSmtp(), closeHttp(http)]);
    },
  };
}

function listening(server: NetServer, listen: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      server.off('error', reject);
      resolve();
    });
    listen();
  });
}

function closeHttp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: NetServer): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
