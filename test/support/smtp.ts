import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = {
  /** Whom this copy was for, from the envelope. */
  recipients: string[];
  messageId: string | undefined;
  subject: string | undefined;
  text: string | undefined;
  html: string | false | undefined;
  from: string | undefined;
  date: Date | undefined;
  headers: string;
};

export type TestSmtp = {
  url: string;
  received: ReceivedMail[];
  close(): Promise<void>;
};

type Refuse = {
  /** SMTP code with which a recipient is refused, or undefined to accept it. */
  recipient?: (address: string) => number | undefined;
  /** The same for the whole mail, after its data. */
  mail?: () => number | undefined;
  sender?: () => number | undefined;
};

/** A real SMTP server on a free loopback port that refuses what the test says and keeps the rest. */
export async function startSmtp(refuse: Refuse = {}): Promise<TestSmtp> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, callback) => callback(refusal(refuse.sender?.())),
    onRcptTo: ({ address }, _session, callback) => callback(refusal(refuse.recipient?.(address))),
    onData(stream, session, callback) {
      simpleParser(stream).then((mail) => {
        const error = refusal(refuse.mail?.());
        if (!error) {
          received.push({
            recipients: session.envelope.rcptTo.map(({ address }) => address),
            messageId: mail.messageId,
            subject: mail.subject,
            text: mail.text,
            html: mail.html,
            from: mail.from?.text,
            date: mail.date,
            headers: mail.headerLines.map(({ line }) => line).join('\n'),
          });
        }
        callback(error);
      }, callback);
    },
  });
  // A client that goes away is part of some tests.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function refusal(code: number | undefined): Error | null {
  return code === undefined
    ? null
    : Object.assign(new Error('refused by the test'), { responseCode: code });
}
