import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startMailbox } from '../../platform/mailbox/index.ts';
import { freePort } from '../support/postgres.ts';
import { mailboxInFolder } from './mailbox.ts';

let mailbox: Awaited<ReturnType<typeof mailboxInFolder>>;
beforeEach(async () => {
  mailbox = await mailboxInFolder();
});
afterEach(() => mailbox.remove());

describe('keeping', () => {
  test('a mail that was accepted is there, with what its sender wrote', async () => {
    await mailbox.send({
      to: ['a@x.example', 'B 乙 <b@x.example>'],
      cc: 'c@x.example',
      subject: '启动通知',
      text: '第一行\n<b>第二行</b>',
      date: new Date('2026-03-10T01:00:00Z'),
      messageId: '<job-1@x.example>',
      headers: { 'X-Project-ID': 'JJSZ-2026-0001' },
      envelope: { from: 'system@x.example', to: ['b@x.example'] },
    });
    expect(await mailbox.list()).toEqual([
      {
        id: expect.any(String),
        messageId: '<job-1@x.example>',
        date: '2026-03-10T01:00:00.000Z',
        from: 'system@x.example',
        to: ['a@x.example', 'b@x.example'],
        cc: ['c@x.example'],
        recipients: ['b@x.example'],
        subject: '启动通知',
        projectId: 'JJSZ-2026-0001',
        text: '第一行\n<b>第二行</b>',
      },
    ]);
  });

  test('everything is there after a restart, in the order of arrival', async () => {
    for (const subject of ['一', '二', '三']) await mailbox.send({ subject });
    const before = await mailbox.list();
    await mailbox.close();
    await mailbox.start();
    expect(await mailbox.list()).toEqual(before);
    await mailbox.send({ subject: '四' });
    expect((await mailbox.list()).map(({ subject }) => subject)).toEqual(['一', '二', '三', '四']);
  });

  test('each mail is one .eml file; a half-written one from a crash is not a mail', async () => {
    await mailbox.send({ subject: '一' });
    const files = await readdir(mailbox.folder);
    expect(files).toEqual([expect.stringMatching(/\.eml$/)]);
    await writeFile(join(mailbox.folder, 'crashed.part'), 'Subject: half');
    await mailbox.close();
    await mailbox.start();
    expect(await mailbox.list()).toHaveLength(1);
  });

  test('a mail whose file was deleted before anybody looked is gone, the others are there', async () => {
    for (const subject of ['一', '二']) await mailbox.send({ subject });
    const [first = ''] = (await readdir(mailbox.folder)).sort();
    await rm(join(mailbox.folder, first));
    expect((await mailbox.list()).map(({ subject }) => subject)).toEqual(['二']);
  });

  test('two who look at once see the same', async () => {
    for (const subject of ['一', '二', '三']) await mailbox.send({ subject });
    const [one, other] = await Promise.all([mailbox.list(), mailbox.list()]);
    expect(one).toEqual(other);
    expect(one.map(({ subject }) => subject)).toEqual(['一', '二', '三']);
  });

  test('mails that come at once are all kept', async () => {
    const subjects = Array.from({ length: 20 }, (_, i) => `第${i}封`);
    await Promise.all(subjects.map((subject) => mailbox.send({ subject })));
    const kept = (await mailbox.list()).map(({ subject }) => String(subject));
    expect(kept.sort()).toEqual(subjects.sort());
  });

  test('the same mail sent twice is there twice: the mailbox hides nothing', async () => {
    await mailbox.send({ messageId: '<same@x.example>' });
    await mailbox.send({ messageId: '<same@x.example>' });
    expect(await mailbox.list()).toHaveLength(2);
  });

  test('a mail without anything is shown too', async () => {
    await writeFile(join(mailbox.folder, '1.eml'), '\r\nhello');
    await mailbox.close();
    await mailbox.start();
    expect(await mailbox.list()).toMatchObject([{ subject: '', date: '', to: [], text: 'hello' }]);
    expect((await mailbox.get('/messages/1')).status).toBe(200);
    expect((await mailbox.get('/')).status).toBe(200);
  });

  test('a mail that is too large is refused, and the next one is taken', async () => {
    await expect(mailbox.send({ text: 'x'.repeat(1_100_000) })).rejects.toThrow(/552|size/i);
    await mailbox.send({ subject: '小' });
    expect(await mailbox.list()).toMatchObject([{ subject: '小' }]);
  });
});

describe('ports', () => {
  test('a taken port is an error, and the other one is free again', async () => {
    const { folder } = mailbox;
    const taken = mailbox.ports();
    const other = await freePort();
    await expect(
      startMailbox({ smtpPort: taken.smtpPort, httpPort: other, folder }),
    ).rejects.toThrow('EADDRINUSE');
    await expect(
      startMailbox({ smtpPort: other, httpPort: taken.httpPort, folder }),
    ).rejects.toThrow('EADDRINUSE');
    const next = await startMailbox({ smtpPort: other, httpPort: 0, folder });
    await next.close();
  });
});
