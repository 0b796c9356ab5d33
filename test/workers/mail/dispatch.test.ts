import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Records } from '../../../records/index.ts';
import { dispatchMail } from '../../../workers/mail/index.ts';
import { freePort } from '../../support/postgres.ts';
import { aMessage } from '../../support/records.ts';
import { startSmtp, type TestSmtp } from '../../support/smtp.ts';
import { useRecords } from '../../support/use-records.ts';

const use = useRecords();
const start = Date.parse('2026-03-10T01:00:00Z');
const HOUR = 3_600_000;

let time: number;
let smtp: TestSmtp | undefined;
let logged: { level: string; text: string; details: object }[];
beforeEach(async () => {
  await use.sql.query('delete from messages');
  time = start;
  logged = [];
});
afterEach(async () => {
  await smtp?.close();
  smtp = undefined;
});

const write = (level: string) => (details: object, text: string) =>
  void logged.push({ level, text, details });
const log = { info: write('info'), warn: write('warn'), error: write('error') };

/** Runs a dispatcher until nothing waits in the outbox; instead of waiting the clock jumps to when the next mail is due. */
async function dispatch(some: { smtpUrl?: string; records?: Partial<Records> } = {}) {
  const stop = new AbortController();
  await dispatchMail({
    records: { ...use.records, ...some.records },
    smtpUrl: some.smtpUrl ?? smtp?.url ?? '',
    from: 'no-reply@jiujiang.example',
    signal: stop.signal,
    log,
    now: async () => new Date(time),
    wait: async (ms) => {
      const waiting = await rows(`status = 'queued'`);
      if (waiting.length === 0) stop.abort();
      const due = waiting.map((row) => row.next_attempt_at?.getTime() ?? 0);
      time = Math.max(time + ms, Math.min(...due));
    },
  });
}

async function rows(where = 'true') {
  return (await use.sql.query(`select * from messages where ${where} order by sequence`)).rows;
}

describe('a mail', () => {
  test('is plain text with our sender, its own Message-ID and the time it was sent', async () => {
    smtp = await startSmtp();
    await use.records.queueMessages([
      aMessage({
        id: 'job-1:start-notice',
        cc: ['fagai@jiujiang.example', 'jiaoyu@jiujiang.example'],
        subject: '启动通知\r\nBcc: x@x.example',
        text: '<b>智慧校园</b>\n请于2026年3月20日前办理。',
      }),
    ]);
    await dispatch();
    expect(smtp.received).toHaveLength(1);
    const [mail] = smtp.received;
    expect(mail).toMatchObject({
      recipients: ['jiaoyu@jiujiang.example', 'fagai@jiujiang.example'],
      messageId: '<job-1%3Astart-notice@jiujiang.example>',
      from: 'no-reply@jiujiang.example',
      subject: '启动通知 Bcc: x@x.example',
      html: false,
      date: new Date(start),
    });
    expect(mail?.text?.trimEnd()).toBe('<b>智慧校园</b>\n请于2026年3月20日前办理。');
    expect(mail?.headers).toContain('X-Project-ID: JJSZ-2026-0001');
    expect(mail?.headers).not.toMatch(/^bcc:/im);
    expect(await rows()).toMatchObject([{ status: 'sent', sent_at: new Date(start) }]);
  });

  test('waits for its time', async () => {
    smtp = await startSmtp();
    const notBefore = new Date(start + 6 * HOUR);
    await use.records.queueMessages([aMessage({ notBefore })]);
    await dispatch();
    expect(smtp.received[0]?.date?.getTime()).toBeGreaterThanOrEqual(notBefore.getTime());
  });

  test('goes out once, also with two dispatchers side by side', async () => {
    smtp = await startSmtp();
    const ids = Array.from({ length: 30 }, (_, i) => `mail-${i}`);
    await use.records.queueMessages(ids.map((id) => aMessage({ id })));
    await Promise.all([dispatch(), dispatch()]);
    expect(smtp.received.map(({ messageId }) => messageId).sort()).toEqual(
      ids.map((id) => `<${id}@jiujiang.example>`).sort(),
    );
  });

  test('is marked together with those sent beside it, unless it was refused', async () => {
    smtp = await startSmtp({ recipient: (address) => (address[0] === 'g' ? 550 : undefined) });
    const to = ['a@x.example', 'gone@x.example', 'b@x.example'];
    await use.records.queueMessages(to.map((one) => aMessage({ id: one, to: [one] })));
    const marked: string[][] = [];
    const markSent = async (ids: string[], at: Date) => {
      marked.push(ids);
      await use.records.markSent(ids, at);
    };
    await dispatch({ records: { markSent } });
    expect(marked).toEqual([['a@x.example', 'b@x.example']]);
    expect((await rows()).map(({ status }) => status)).toEqual(['sent', 'sent', 'failed']);
  });
});

describe('a server that refuses for a while', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const each = ids.map((id) => `<${id}@jiujiang.example>`);
  const until = (end: number, code: number) => () => (time < end ? code : undefined);

  test.each([
    ['recipients with 450, for an hour', 60, 450, 'recipient'],
    ['mails with 452', 5, 452, 'mail'],
    ['the sender with 550', 5, 550, 'sender'],
  ] as const)('%s, then gets every mail exactly once', async (_, minutes, code, what) => {
    const end = start + minutes * 60_000;
    smtp = await startSmtp({ [what]: until(end, code) });
    await use.records.queueMessages(ids.map((id) => aMessage({ id })));
    await dispatch();
    expect(smtp.received.map(({ messageId }) => messageId).sort()).toEqual(each);
    expect(smtp.received.every(({ date }) => date && date.getTime() >= end)).toBe(true);
    const kept = await rows();
    expect(kept.map(({ status }) => status)).toEqual(ids.map(() => 'sent'));
    expect(Math.min(...kept.map(({ attempts }) => attempts))).toBeGreaterThan(minutes);
  });

  test('a server that is not there is tried again, never sooner than the back-off says', async () => {
    await use.records.queueMessages([aMessage({ id: 'a' })]);
    const smtpUrl = `smtp://127.0.0.1:${await freePort()}`;
    const pauses: number[] = [];
    await dispatch({
      smtpUrl,
      records: {
        markFailed: async (id, error, next, delivered) => {
          pauses.push((next?.getTime() ?? 0) - time);
          await use.records.markFailed(id, error, pauses.length < 9 ? next : null, delivered);
        },
      },
    });
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(await rows()).toMatchObject([{ last_error: expect.stringContaining('ECONNREFUSED') }]);
  });
});

describe('a recipient who is refused for good', () => {
  const unknown = (address: string) => (address.startsWith('gone') ? 550 : undefined);

  test('is tried a few times, then the mail is kept as failed with the reason, and reported', async () => {
    smtp = await startSmtp({ recipient: unknown });
    await use.records.queueMessages([aMessage({ id: 'lost', to: ['gone@x.example'] })]);
    await dispatch();
    expect(smtp.received).toEqual([]);
    expect(await rows()).toMatchObject([
      { id: 'lost', status: 'failed', attempts: 5, last_error: expect.stringContaining('550') },
    ]);
    expect(logged.filter(({ level }) => level === 'error')).toMatchObject([
      { text: 'mail given up, kept as failed', details: { id: 'lost' } },
    ]);
  });

  test('does not keep the others from getting the mail, once', async () => {
    smtp = await startSmtp({ recipient: unknown });
    const to = ['one@x.example', 'gone@x.example'];
    await use.records.queueMessages([aMessage({ id: 'half', to, cc: ['two@x.example'] })]);
    await dispatch();
    expect(smtp.received.map(({ recipients }) => recipients)).toEqual([
      ['one@x.example', 'two@x.example'],
    ]);
    expect(await rows()).toMatchObject([{ status: 'failed' }]);
  });

  test('keeps being tried while another of the mail is only deferred', async () => {
    smtp = await startSmtp({
      recipient: (address) => unknown(address) ?? (time < start + 5 * 60_000 ? 450 : undefined),
    });
    const to = ['late@x.example', 'gone@x.example'];
    await use.records.queueMessages([aMessage({ id: 'mixed', to })]);
    await dispatch();
    expect(smtp.received.map(({ recipients }) => recipients)).toEqual([['late@x.example']]);
  });

  test('a mail nobody can be found for fails too', async () => {
    smtp = await startSmtp();
    await use.records.queueMessages([aMessage({ id: 'nobody', to: [] })]);
    await dispatch();
    expect(await rows()).toMatchObject([
      { status: 'failed', last_error: expect.stringContaining('No recipients') },
    ]);
  });
});

describe('a database that goes away', () => {
  test('between sending and marking does not cause a second mail', async () => {
    smtp = await startSmtp();
    await use.records.queueMessages([aMessage({ id: 'once' })]);
    let failures = 3;
    await dispatch({
      records: {
        markSent: async (ids, at) => {
          failures -= 1;
          if (failures >= 0) throw new Error('database is away');
          await use.records.markSent(ids, at);
        },
      },
    });
    expect(smtp.received).toHaveLength(1);
    expect(await rows()).toMatchObject([{ status: 'sent' }]);
  });

  test('while looking for mails is lived through', async () => {
    smtp = await startSmtp();
    await use.records.queueMessages([aMessage({ id: 'late' })]);
    let failures = 3;
    await dispatch({
      records: {
        takeDueMessages: async (now, limit) => {
          failures -= 1;
          if (failures >= 0) throw new Error('database is away');
          return use.records.takeDueMessages(now, limit);
        },
      },
    });
    expect(smtp.received).toHaveLength(1);
    expect(logged.filter(({ text }) => text === 'outbox not readable')).toHaveLength(3);
  });
});

test('the signal ends the loop while it waits for mails', async () => {
  const stop = new AbortController();
  const takeDueMessages = async () => {
    setImmediate(() => stop.abort());
    return [];
  };
  await dispatchMail({
    records: { ...use.records, takeDueMessages },
    smtpUrl: 'smtp://127.0.0.1:1',
    from: 'no-reply@jiujiang.example',
    signal: stop.signal,
    log,
  });
});
