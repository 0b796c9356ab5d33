import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, picture } from '../../browser/support/browser.ts';
import { visibleEnglish } from '../../browser/support/english.ts';
import { ADMINISTRATOR, CLERK, DEMO, OWN, useGateway } from '../support/gateway.ts';

const CLIENT = mkdtempSync(join(tmpdir(), 'gateway-client-'));
const WIDTHS = [1280, 1920, 390];
const use = useGateway(CLIENT);

let browser: Browser;
let server: Server;
let origin: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  const command = ['--import', 'tsx', 'gateway/build-command.ts', CLIENT];
  await promisify(execFile)(process.execPath, command);
  browser = await openBrowser();
  // What stands behind the gateway answers with its path.
  const beyond =
    () => (request: { path: string; originalUrl: string }, response: never, next: () => void) => {
      if (!/^\/(tasklist|operate|modeler)/.test(request.path)) return next();
      (response as { send(text: string): void }).send(`<h1>${request.originalUrl}</h1>`);
    };
  server = createServer(await use.app({ beyond: beyond as never }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(CLIENT, { recursive: true });
});

const errors: string[] = [];
async function newVisitor(): Promise<Page> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  context.setDefaultTimeout(20_000);
  const opened = await context.newPage();
  opened.on('pageerror', (error) => errors.push(String(error)));
  return opened;
}
beforeEach(async () => {
  await use.sql.query('delete from accounts');
  await use.sql.query('delete from sessions');
  page = await newVisitor();
});
afterEach(async () => {
  await context.close();
  expect(errors.splice(0)).toEqual([]);
});

async function signIn(userId: string, password = DEMO, to = '/'): Promise<void> {
  await page.goto(origin + to);
  await page.getByLabel('登录名').fill(userId);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Nothing on the page is wider than the page, and no word of it is English. */
async function look(name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await picture(page, `gateway-${name}-${width}`);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([name, width, wider]).toEqual([name, width, 0]);
  }
  await page.setViewportSize(before);
  const english = await visibleEnglish(page, NAMES);
  expect(english.filter((text) => !LOGIN_NAME_OR_PASSWORD.test(text))).toEqual([]);
}
const NAMES = ['Chrome', 'Headless', 'Linux'];
const LOGIN_NAME_OR_PASSWORD = /^([a-z]+(\.[a-z]+)+|([a-z\d]{4}-){3}[a-z\d]{4})$/;

describe('signing in', () => {
  test('by the keyboard alone, to where one wanted to go', async () => {
    await page.goto(`${origin}/sign-in?to=${encodeURIComponent('/tasklist/1?filter=all-open')}`);
    await page.getByRole('heading', { name: '九江市数字化项目审批' }).waitFor();
    await page.keyboard.type(CLERK);
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('登录名或密码不正确').waitFor();
    await look('sign-in');
    await page.getByLabel('密码').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(DEMO);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/tasklist/1?filter=all-open`);
    expect(await page.textContent('h1')).toBe('/tasklist/1?filter=all-open');
  });

  test('never leads to another site', async () => {
    await signIn(CLERK, DEMO, `/sign-in?to=${encodeURIComponent('//elsewhere.example/x')}`);
    await page.getByRole('heading', { name: '唐婉清，您好' }).waitFor();
    expect(page.url()).toBe(`${origin}/`);
  });

  test('with a first password asks for one’s own before anything else', async () => {
    const first = await use.passwords.reset(CLERK);
    await signIn(CLERK, first, '/sign-in?to=/account');
    await page.getByRole('heading', { name: '请设置您自己的密码' }).waitFor();
    await look('first-password');
    await page.getByLabel('初始密码').fill(first);
    await page.getByLabel('新密码', { exact: false }).first().fill('password1234');
    await page.getByLabel('再填一次新密码').fill('password');
    await page.getByRole('button', { name: '保存新密码' }).click();
    await page.getByText('新密码太常见').waitFor();
    await page.getByText('两次填写的新密码不一致').waitFor();
    await page.locator('input[name=after]').fill(OWN);
    await page.getByLabel('再填一次新密码').fill(OWN);
    await page.getByRole('button', { name: '保存新密码' }).click();
    await page.getByRole('heading', { name: '我的账户' }).waitFor();
    await page.getByText('现用密码设于').waitFor();
  });
});

describe('the start page', () => {
  const ways = async () =>
    page.locator('.ways a').evaluateAll((all) => all.map((way) => way.getAttribute('href')));

  test('shows what is open to somebody, and no more', async () => {
    await signIn(CLERK);
    await page.getByRole('heading', { name: '唐婉清，您好' }).waitFor();
    expect(await ways()).toEqual(['/tasklist', '/account']);
    expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual([
      ...['首页', '我的账户'],
    ]);
  });

  test('shows an administrator and modeler theirs', async () => {
    await signIn(ADMINISTRATOR);
    await page.getByRole('heading', { name: '徐正阳，您好' }).waitFor();
    expect(await ways()).toEqual(['/tasklist', '/modeler/', '/account', '/accounts', '/audit']);
    await look('start');
    await page.getByRole('link', { name: '模型管理' }).click();
    await page.waitForURL(`${origin}/modeler/`);
  });
});

test('one’s own account: another session is ended, the password changed', async () => {
  const elsewhere = await use.signedIn(CLERK);
  await signIn(CLERK, DEMO, '/account');
  await page.getByRole('heading', { name: '我的账户' }).waitFor();
  await page.getByText('本次登录').waitFor();
  await look('account');
  await page.getByRole('button', { name: '结束登录' }).click();
  await page.getByText('已结束这个登录').waitFor();
  await page.getByRole('button', { name: '结束登录' }).waitFor({ state: 'detached' });
  expect((await elsewhere.get('/api/session')).body.user).toBeNull();

  await page.getByLabel('原密码').fill('wrong');
  await page.locator('input[name=after]').fill(OWN);
  await page.getByLabel('再填一次新密码').fill(OWN);
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByText('原密码不正确').waitFor();
  await page.getByLabel('原密码').fill(DEMO);
  await page.keyboard.press('Enter');
  await page.getByText('密码已修改').waitFor();
  await use.signedIn(CLERK, OWN);
});

test('an administrator gives a first password, shown once, ends sessions, and sees it all in the list', async () => {
  await use.signedIn(CLERK);
  await signIn(ADMINISTRATOR, DEMO, '/accounts');
  await page.getByRole('heading', { name: '账户管理' }).waitFor();
  await look('accounts');
  await page.getByPlaceholder('按姓名、登录名或单位查找').fill('市教育局');
  await page.getByText('共 2 人').waitFor();
  await page.getByRole('button', { name: '查看唐婉清的登录' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结束登录' }).waitFor();
  await look('sessions');
  await page.getByRole('button', { name: '全部结束' }).click();
  await page.getByText('已结束唐婉清的全部登录').waitFor();
  await page.getByRole('button', { name: '重置唐婉清的密码' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '重置密码' }).click();
  const first = await page.locator('.first-password').textContent();
  await look('reset');
  await page.getByRole('button', { name: '已记下，关闭' }).click();
  await page.getByText('初始密码', { exact: true }).waitFor();
  expect(await page.content()).not.toContain(first);
  const clerk = await use.signedIn(CLERK, first ?? '');
  expect((await clerk.get('/api/session')).body.mustChangePassword).toBe(true);

  await page.getByRole('navigation').getByRole('link', { name: '操作记录' }).click();
  await page.getByRole('cell', { name: '重置密码' }).waitFor();
  await look('audit');
  const lines = await page.locator('.audit tbody tr').allInnerTexts();
  const told = lines.slice(0, 5).map((line) => line.split('\t').slice(2, 4).join(' ').trim());
  expect(told).toEqual([
    '登录',
    `重置密码 ${CLERK}`,
    `结束他人的全部登录 ${CLERK}`,
    '登录',
    '登录',
  ]);
});

test('who is signed out by somebody else goes on where they were after signing in again', async () => {
  await signIn(CLERK, DEMO, '/account');
  await page.getByText('本次登录').waitFor();
  await use.records.endSessionsOf(CLERK);
  await page.getByLabel('原密码').fill(DEMO);
  await page.locator('input[name=after]').fill(OWN);
  await page.getByLabel('再填一次新密码').fill(OWN);
  await page.getByRole('button', { name: '保存新密码' }).click();
  const again = page.getByRole('dialog');
  await again.getByRole('heading', { name: '登录已过期' }).waitFor();
  await look('sign-in-again');
  await again.getByLabel('登录名').fill(CLERK);
  await again.getByLabel('密码').fill(DEMO);
  await again.getByRole('button', { name: '登录' }).click();
  await page.getByText('密码已修改').waitFor();
});
