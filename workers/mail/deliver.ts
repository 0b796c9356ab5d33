import type { DueMessage, Records } from '../../records/index.ts';
import { backOffMs } from './back-off.ts';
import { messageIdOf } from './message-id.ts';
import type { Attempt, Transport } from './transport.ts';

/** What is logged, the way pino takes it. */
export type MailLog = Record<'info' | 'warn' | 'error', (details: object, text: string) => void>;

export type Delivery = {
  records: Pick<Records, 'takeDueMessages' | 'markSent' | 'markFailed'>;
  transport: Transport;
  /** Sender's address; its host is that of every Message-ID. */
  from: string;
  now: () => Promise<Date>;
  log: MailLog;
  /** Does what must not be lost: repeats it while it fails. */
  persist: (write: () => Promise<void>) => Promise<void>;
};

/** Mails sent side by side; all are settled before their claims run out. */
const AT_ONCE = 5;
/** Tries after which a permanent refusal is believed. */
const BELIEVED_AFTER = 5;

/** Tries every mail of one claim once. Returns how many there were. */
export async function deliverDue(delivery: Delivery): Promise<number> {
  // Asked once and before sending: after it nothing but the database may still fail.
  const at = await delivery.now();
  const messages = await delivery.records.takeDueMessages(at, AT_ONCE);
  await Promise.all(messages.map((message) => deliver(message, at, delivery)));
  return messages.length;
}

async function deliver(message: DueMessage, at: Date, delivery: Delivery): Promise<void> {
  const { transport, from } = delivery;
  const { id, projectId, to, cc, subject, text, delivered } = message;
  const attempt = await transport.send({
    messageId: messageIdOf(id, from.split('@').at(-1) ?? 'localhost'),
    date: at,
    recipients: [...new Set([...to, ...cc])].filter((address) => !delivered.includes(address)),
    projectId,
    from,
    to,
    cc,
    subject,
    text,
  });
  await settle(message, attempt, at, delivery);
}

async function settle(
  { id, projectId, attempts }: DueMessage,
  { delivered, refusal }: Attempt,
  at: Date,
  { records, log, persist }: Delivery,
): Promise<void> {
  if (refusal === undefined) {
    await persist(() => records.markSent(id, at));
    log.info({ id, projectId, attempts }, 'mail sent');
    return;
  }
  const { reason, permanent } = refusal;
  const next =
    permanent && attempts >= BELIEVED_AFTER ? null : new Date(at.getTime() + backOffMs(attempts));
  await persist(() => records.markFailed(id, reason, next, delivered));
  if (next === null)
    log.error({ id, projectId, attempts, reason }, 'mail given up, kept as failed');
  else log.warn({ id, projectId, attempts, reason, next }, 'mail not sent, will be tried again');
}
