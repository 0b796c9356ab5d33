import type { DeliveryQueries, DueMessage } from '../../records/index.ts';
import { backOffMs } from './back-off.ts';
import { messageIdOf } from './message-id.ts';
import type { Attempt, Transport } from './transport.ts';

/** What is logged, the way pino takes it. */
export type MailLog = Record<'info' | 'warn' | 'error', (details: object, text: string) => void>;

export type Delivery = {
  records: DeliveryQueries;
  transport: Transport;
  /** Sender's address; its host is that of every Message-ID. */
  from: string;
  now: () => Promise<Date>;
  log: MailLog;
  /** Does what must not be lost: repeats it while it fails. */
  persist: (write: () => Promise<void>) => Promise<void>;
};

/** Mails of one claim; all are settled before it runs out, also over the transport's few connections. */
const AT_ONCE = 10;
/** Tries after which a permanent refusal is believed. */
const BELIEVED_AFTER = 5;

type Tried = { message: DueMessage } & Attempt;

/** Tries every mail of one claim once. Returns how many there were. */
export async function deliverDue(delivery: Delivery): Promise<number> {
  // Asked once and before sending: after it nothing but the database may still fail.
  const at = await delivery.now();
  const messages = await delivery.records.takeDueMessages(at, AT_ONCE);
  const tried = await Promise.all(
    messages.map(async (message) => ({ message, ...(await send(message, at, delivery)) })),
  );
  await settleSent(tried, at, delivery);
  await Promise.all(tried.map((one) => settleRefused(one, at, delivery)));
  return messages.length;
}

function send(message: DueMessage, at: Date, { transport, from }: Delivery): Promise<Attempt> {
  const { id, projectId, to, cc, subject, text, delivered } = message;
  return transport.send({
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
}

/** With one statement: in a busy hour the outbox would else be written once a mail. */
async function settleSent(
  tried: Tried[],
  at: Date,
  { records, log, persist }: Delivery,
): Promise<void> {
  const sent = tried.filter(({ refusal }) => refusal === undefined);
  const ids = sent.map(({ message }) => message.id);
  if (ids.length > 0) await persist(() => records.markSent(ids, at));
  for (const { message } of sent) {
    const { id, projectId, attempts } = message;
    log.info({ id, projectId, attempts }, 'mail sent');
  }
}

async function settleRefused(
  { message, delivered, refusal }: Tried,
  at: Date,
  { records, log, persist }: Delivery,
): Promise<void> {
  if (refusal === undefined) return;
  const { id, projectId, attempts } = message;
  const { reason, permanent } = refusal;
  const next =
    permanent && attempts >= BELIEVED_AFTER ? null : new Date(at.getTime() + backOffMs(attempts));
  await persist(() => records.markFailed(id, reason, next, delivered));
  if (next === null)
    log.error({ id, projectId, attempts, reason }, 'mail given up, kept as failed');
  else log.warn({ id, projectId, attempts, reason, next }, 'mail not sent, will be tried again');
}
