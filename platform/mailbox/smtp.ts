import { SMTPServer } from 'smtp-server';
import type { MailStore } from './store.ts';

const LARGEST_BYTES = 1_000_000;

/** An SMTP server that takes every mail into the store and answers only once it is kept. */
export function createSmtp(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    name: 'mailbox',
    size: LARGEST_BYTES,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1000,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on('error', callback);
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          callback(Object.assign(new Error('Message too large'), { responseCode: 552 }));
          return;
        }
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        store.add(Buffer.concat(chunks), recipients).then(() => callback(null), callback);
      });
    },
  });
  // A client that breaks off is no reason to end the mailbox.
  server.on('error', () => {});
  return server;
}
