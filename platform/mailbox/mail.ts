import { simpleParser } from 'mailparser';

/** A mail as it is shown. `recipients` are the envelope's: whom this copy was for. */
export type StoredMail = {
  id: string;
  messageId: string;
  /** The mail's own date, ISO 8601 in UTC; empty when it has none. */
  date: string;
  from: string;
  to: string[];
  cc: string[];
  recipients: string[];
  subject: string;
  /** From the header X-Project-ID; empty when there is none. */
  projectId: string;
  text: string;
};

const ENVELOPE = 'x-envelope-to';
const PROJECT = 'x-project-id';

/** The raw mail with its envelope's recipients put in front, so that a file holds everything. */
export function withEnvelope(raw: Buffer, recipients: string[]): Buffer {
  const addresses = recipients.map((address) => address.replace(/[\r\n,]/g, '')).join(', ');
  return Buffer.concat([Buffer.from(`X-Envelope-To: ${addresses}\r\n`), raw]);
}

/** Reads a mail kept by `withEnvelope`. Whatever is missing is empty: a mailbox shows every mail. */
export async function readMail(id: string, raw: Buffer): Promise<StoredMail> {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const header = (name: string) => {
    const value = mail.headers.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    id,
    messageId: mail.messageId ?? '',
    date: mail.date?.toISOString() ?? '',
    from: addresses(mail.from).join(', '),
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    recipients: header(ENVELOPE).split(', ').filter(Boolean),
    subject: mail.subject ?? '',
    projectId: header(PROJECT),
    text: mail.text ?? '',
  };
}

type Addresses = { value: { address?: string | undefined }[] };

function addresses(header: Addresses | Addresses[] | undefined): string[] {
  return [header ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
}
