import { beforeEach, describe, expect, test } from '@jest/globals';
import { aClosing, aDecision, aMessage } from '../support/records.ts';
import { useRecords } from '../support/use-records.ts';

const now = new Date('2026-03-10T01:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const use = useRecords();
beforeEach(async () => {
  await use.sql.query('delete from messages');
});

const take = async (at = now, limit = 10) =>
  (await use.records.takeDueMessages(at, limit)).map((message) => message.id);
const row = async (id: string) =>
  (await use.sql.query('select * from messages where id = $1', [id])).rows[0];

describe('queueMessages', () => {
  test('says how many were new and keeps the first of the same id', async () => {
    expect(await use.records.queueMessages([aMessage({ id: 'a' }), aMessage({ id: 'b' })])).toBe(2);
    expect(
      await use.records.queueMessages([
        aMessage({ id: 'b', subject: '另' }),
        aMessage({ id: 'c' }),
      ]),
    ).toBe(1);
    expect(await use.records.queueMessages([])).toBe(0);
    expect((await row('b')).subject).toBe('启动通知');
  });

  test('when two jobs queue the same mails at once in different orders, neither blocks the other', async () => {
    const [a, b] = [aMessage({ id: 'a' }), aMessage({ id: 'b' })];
    // Slow inserts let each job hold its first mail while it asks for the other's.
    await use.sql.query(`create function slow() returns trigger language plpgsql
      as 'begin perform pg_sleep(0.1); return new; end'`);
    await use.sql.query(
      'create trigger slow before insert on messages for each row execute function slow()',
    );
    const added = await Promise.all([
      use.records.queueMessages([a, b]),
      use.records.queueMessages([b, a]),
    ]);
    await use.sql.query('drop trigger slow on messages');
    expect(added.sort()).toEqual([0, 2]);
  });
});

describe('takeDueMessages', () => {
  test('hands out the mail with its addresses and the number of the try', async () => {
    const { notBefore: _, ...mail } = aMessage({ cc: ['a@x.example', '"b,{c}" <d@x.example>'] });
    await use.records.queueMessages([mail]);
    expect(await use.records.takeDueMessages(now, 1)).toEqual([
      { ...mail, attempts: 1, delivered: [] },
    ]);
  });

  test('leaves a mail alone before its time', async () => {
    await use.records.queueMessages([aMessage({ id: 'early', notBefore: later(1) })]);
    expect(await take(now)).toEqual([]);
    expect(await take(later(1))).toEqual(['early']);
  });

  test('never gives one mail to two dispatchers', async () => {
    await use.records.queueMessages(
      Array.from({ length: 30 }, (_, i) => aMessage({ id: `m${i}` })),
    );
    const taken = (await Promise.all(Array.from({ length: 10 }, () => take(now, 5)))).flat();
    expect(taken.length).toBe(new Set(taken).size);
    expect(new Set([...taken, ...(await take(now, 30))]).size).toBe(30);
  });

  test('does not wait for a mail that another dispatcher is claiming', async () => {
    await use.records.queueMessages([aMessage({ id: 'held' }), aMessage({ id: 'free' })]);
    await use.sql.query('begin');
    await use.sql.query(`select id from messages where id = 'held' for update`);
    expect(await take()).toEqual(['free']);
    await use.sql.query('rollback');
    expect(await take()).toEqual(['held']);
  });

  test('gives oldest first and no more than asked for', async () => {
    await use.records.queueMessages([aMessage({ id: 'z' })]);
    await use.records.queueMessages([aMessage({ id: 'a' })]);
    expect(await take(now, 1)).toEqual(['z']);
    expect(await take(now, 1)).toEqual(['a']);
  });

  test('a claim whose dispatcher died runs out', async () => {
    await use.records.queueMessages([aMessage({ id: 'left' })]);
    await take();
    expect(await take(later(60))).toEqual([]);
    await use.sql.query(`update messages set claimed_until = now() - interval '1 second'`);
    expect(await use.records.takeDueMessages(now, 1)).toMatchObject([{ id: 'left', attempts: 2 }]);
  });
});

describe('marking', () => {
  test('a sent mail is never taken again, nor turned into a failure', async () => {
    await use.records.queueMessages([aMessage({ id: 'sent' })]);
    await take();
    await use.records.markSent(['sent'], now);
    await use.records.markSent(['sent'], later(5));
    await use.records.markFailed('sent', 'late', later(0));
    expect(await take(later(60))).toEqual([]);
    expect(await row('sent')).toMatchObject({ status: 'sent', sent_at: now, last_error: null });
  });

  test('a failed try is due again at its next time and remembers who has the mail', async () => {
    await use.records.queueMessages([
      aMessage({ id: 'again', to: ['a@x.example', 'b@x.example'] }),
    ]);
    await take();
    await use.records.markFailed('again', '450 later', later(1), ['a@x.example']);
    expect(await take(now)).toEqual([]);
    expect(await use.records.takeDueMessages(later(1), 1)).toMatchObject([
      { id: 'again', attempts: 2, delivered: ['a@x.example'] },
    ]);
    expect((await row('again')).last_error).toBe('450 later');
  });

  test('mails that were given up are counted, listed with who has missed them, and tried anew', async () => {
    const { records } = use;
    const two = { to: ['b@x.example', 'a@x.example'], cc: ['c@x.example', 'a@x.example'] };
    for (const id of ['first', 'second', 'sent', 'queued']) {
      await records.queueMessages([aMessage({ id, ...two })]);
      await take();
    }
    expect(await records.countFailedMessages()).toBe(0);
    await records.markFailed('first', '550 no such user', null);
    await records.markFailed('second', '550 refused', null, ['b@x.example']);
    await records.markSent(['sent'], now);
    expect(await records.countFailedMessages()).toBe(2);
    expect(await records.failedMessages(9)).toMatchObject([
      { id: 'second', missed: ['a@x.example', 'c@x.example'], error: '550 refused', attempts: 1 },
      { id: 'first', missed: ['a@x.example', 'b@x.example', 'c@x.example'] },
    ]);
    expect(await records.failedMessages(1)).toHaveLength(1);

    expect(await records.requeueFailedMessages()).toBe(2);
    expect(await records.failedMessages(9)).toEqual([]);
    expect(await records.takeDueMessages(now, 9)).toMatchObject([
      { id: 'first', attempts: 1, delivered: [] },
      // Who has it does not get it twice.
      { id: 'second', attempts: 1, delivered: ['b@x.example'] },
    ]);
    expect((await row('sent')).status).toBe('sent');
  });

  test('a mail about a step that is over is dropped unless somebody has tried to send it', async () => {
    const about = 'over';
    await use.records.queueMessages([aMessage({ id: 'tried', about })]);
    await take();
    await use.records.markFailed('tried', '450 later', now);
    await use.records.queueMessages([
      aMessage({ id: 'waiting', about, notBefore: later(1) }),
      aMessage({ id: 'other', about: 'open' }),
      aMessage({ id: 'about nothing' }),
    ]);
    await use.records.closeClock(aDecision({ elementInstanceKey: about }), aClosing());
    expect((await row('waiting')).status).toBe('dropped');
    expect((await take(later(60))).sort()).toEqual(['about nothing', 'other', 'tried']);
    expect(await use.records.countFailedMessages()).toBe(0);
  });

  test('a mail that is given up is kept with the reason', async () => {
    await use.records.queueMessages([aMessage({ id: 'never' })]);
    await take();
    await use.records.markFailed('never', '550 no such user', null);
    await use.records.markFailed('never', '450 later', later(1));
    expect(await take(later(600))).toEqual([]);
    expect(await row('never')).toMatchObject({ status: 'failed', last_error: '550 no such user' });
  });
});
