import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mailboxInFolder } from './mailbox.ts';

let mailbox: Awaited<ReturnType<typeof mailboxInFolder>>;
beforeAll(async () => {
  mailbox = await mailboxInFolder();
  await mailbox.send({
    to: 'Jiaoyu@x.example',
    subject: '启动通知',
    text: '请办理',
    date: new Date('2026-03-09T17:30:00Z'),
    headers: { 'X-Project-ID': 'JJSZ-2026-0001' },
  });
  await mailbox.send({
    to: 'fagai@x.example',
    cc: 'ban@x.example',
    subject: '<script>alert(1)</script> 催办 100%',
    text: '</pre><script>alert("&")</script>',
    headers: { 'X-Project-ID': '"><img src=x>' },
  });
});
afterAll(() => mailbox.remove());

const text = async (path: string) => (await mailbox.get(path)).text();

describe('GET /', () => {
  test('lists the mails, newest first, with Shanghai time, recipient, subject and project', async () => {
    const page = await text('/');
    expect(page).toContain('共 2 封');
    expect(page.indexOf('fagai@x.example')).toBeLessThan(page.indexOf('Jiaoyu@x.example'));
    for (const part of ['2026-03-10 01:30', '启动通知', 'JJSZ-2026-0001']) {
      expect(page).toContain(part);
    }
  });

  test('shows markup in a mail as text', async () => {
    const page = await text('/');
    expect(page).not.toContain('<script>');
    expect(page).not.toContain('<img');
    expect(page).toContain('&#60;script&#62;alert(1)&#60;/script&#62; 催办 100%');
  });

  test('narrows the list and keeps what was asked for in the form', async () => {
    const page = await text('/?to=jiaoyu&subject=');
    expect(page).toContain('共 1 封');
    expect(page).toContain('name="to" value="jiaoyu"');
  });

  test('says so when there is nothing', async () => {
    const page = await text('/?subject=%22%3E%3Cb%3E');
    expect(page).toContain('没有邮件');
    expect(page).not.toContain('<b>');
  });

  test('a bad parameter is told on a page', async () => {
    const answer = await mailbox.get('/?to=a&to=b');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('to：只能给出一次');
  });
});

describe('GET /messages/:id', () => {
  test('shows one mail as plain text', async () => {
    const [, second] = await mailbox.list();
    const page = await text(`/messages/${second?.id}`);
    expect(page).toContain('&#60;/pre&#62;&#60;script&#62;alert(&#34;&#38;&#34;)&#60;/script&#62;');
    expect(page).not.toContain('<script>');
    expect(page).toContain('ban@x.example');
  });

  test.each(['/messages/none', '/messages/..%2F..%2Fetc%2Fpasswd', '/elsewhere'])(
    '%s is not found',
    async (path) => {
      const answer = await mailbox.get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('返回列表');
    },
  );
});

describe('GET /api/messages', () => {
  test('finds by any recipient and by subject, letter case ignored', async () => {
    expect(await mailbox.list('?to=BAN@')).toHaveLength(1);
    expect(await mailbox.list('?to=jiaoyu&subject=%E5%90%AF%E5%8A%A8')).toHaveLength(1);
    expect(await mailbox.list('?to=jiaoyu&subject=%E5%82%AC%E5%8A%9E')).toHaveLength(0);
    expect(await mailbox.list('?subject=100%25')).toHaveLength(1);
  });

  test.each([
    ['another parameter', '?from=x', '不认识的参数：from'],
    ['a repeated one', '?to=a&to=b', 'to：只能给出一次'],
    ['one that is too long', `?subject=${'x'.repeat(201)}`, 'subject：不能超过 200 个字'],
  ])('refuses %s', async (_, query, error) => {
    const answer = await mailbox.get(`/api/messages${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error });
  });
});

describe('every page', () => {
  test.each(['/', '/messages/none', '/api/messages', '/style.css'])(
    '%s allows nothing from elsewhere and no script',
    async (path) => {
      const { headers } = await mailbox.get(path);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  test('names no address but its own', async () => {
    const page = await text('/');
    expect(page).not.toMatch(/(src|href|action)="(?!\/)/);
    expect((await mailbox.get('/style.css')).headers.get('content-type')).toContain('text/css');
  });
});
