import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryQueries } from '../../records/index.ts';
import { backOffMs } from './back-off.ts';
import { deliverDue, type MailLog } from './deliver.ts';
import { openTransport } from './transport.ts';

export type { MailLog } from './deliver.ts';

export type MailOptions = {
  records: DeliveryQueries;
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  smtpUrl: string;
  from: string;
  /** Ends the loop, once the mails in hand are settled. */
  signal: AbortSignal;
  log: MailLog;
  /** The time mails are due by: the engine's where its clock is controlled. The machine's if not given. */
  now?: () => Promise<Date>;
  /** Waits, shorter when the signal comes. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
};

const IDLE_MS = 500;

/** Sends the outbox's mails until the signal comes. Lives through outages of database and mail server. */
export async function dispatchMail({
  records,
  smtpUrl,
  from,
  signal: stop,
  log,
  now = async () => new Date(),
  wait = waitFor,
}: MailOptions): Promise<void> {
  const transport = openTransport(smtpUrl);
  // One of its own: a signal that many listen to warns of a leak.
  const signal = AbortSignal.any([stop]);
  /** Repeats while it fails, so that a mail is not sent again because the database was away for a moment. */
  const persist = async (write: () => Promise<void>): Promise<void> => {
    for (let failures = 1; ; failures += 1) {
      try {
        return await write();
      } catch (error) {
        if (signal.aborted) throw error;
        log.warn({ err: error }, 'mail not marked, trying again');
        await wait(backOffMs(failures), signal);
      }
    }
  };
  for (let failures = 0; !signal.aborted; ) {
    try {
      const tried = await deliverDue({ records, transport, from, now, log, persist });
      failures = 0;
      if (tried === 0) await wait(IDLE_MS, signal);
    } catch (error) {
      failures += 1;
      log.warn({ err: error, failures }, 'outbox not readable');
      await wait(backOffMs(failures), signal);
    }
  }
  transport.close();
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {});
}
