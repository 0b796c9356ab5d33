import { createTransport } from 'nodemailer';
import { type Refusal, refusalOf } from './refusal.ts';

/** One plain-text mail; `recipients` are those it still has to reach. */
export type Mail = {
  messageId: string;
  projectId: string;
  from: string;
  to: string[];
  cc: string[];
  recipients: string[];
  subject: string;
  text: string;
  date: Date;
};

/** What became of one try. */
export type Attempt = { delivered: string[]; refusal?: Refusal };

export type Transport = {
  /** Tries once. Never throws. */
  send(mail: Mail): Promise<Attempt>;
  close(): void;
};

/** A transport to the server of an `smtp://` or `smtps://` url. */
export function openTransport(url: string): Transport {
  const mailer = createTransport({
    url,
    // Connections are kept: to open one takes longer than the mail itself.
    pool: true,
    maxConnections: 5,
    // All together far less than a claim on a message lasts.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    async send({ projectId, recipients, ...mail }) {
      try {
        const { accepted, ...info } = await mailer.sendMail({
          ...mail,
          envelope: { from: mail.from, to: recipients },
          headers: { 'X-Project-ID': projectId, 'Auto-Submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        if (info.rejected.length === 0) return { delivered: accepted };
        const { rejectedErrors } = info;
        return {
          delivered: accepted,
          refusal: refusalOf({ message: `refused: ${info.rejected.join(', ')}`, rejectedErrors }),
        };
      } catch (error) {
        return { delivered: [], refusal: refusalOf(error) };
      }
    },
    close: () => mailer.close(),
  };
}
