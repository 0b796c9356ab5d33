import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { loadDirectory } from '../../../files/organization.ts';
import { oidc } from '../../../site/server/sign-in/oidc.ts';
import { oidcProvider } from '../../../site/server/sign-in/oidc-provider.ts';
import { openBrowser, picture } from '../../browser/support/browser.ts';
import { visibleEnglish } from '../../browser/support/english.ts';
import { CLIENT, startProvider, type TestProvider } from '../../support/oidc-provider.ts';
import { freePort } from '../../support/postgres.ts';
import { CLERK, useGateway } from '../support/gateway.ts';

// What a browser does with `SameSite=Strict` when another site leads to us, only a browser knows.
const PAGES = mkdtempSync(join(tmpdir(), 'gateway-client-'));
const use = useGateway(PAGES);
let browser: Browser;
let page: Page;
let server: Server;
let provider: TestProvider;
let origin: string;

beforeAll(async () => {
  for (const way of ['warn', 'info'] as const) jest.spyOn(console, way).mockReturnValue();
  await promisify(execFile)(process.execPath, [
    ...['--import', 'tsx', 'gateway/build-command.ts', PAGES],
  ]);
  browser = await openBrowser();
  const port = await freePort();
  // Another site than the provider's, which is at 127.0.0.1.
  origin = `http://localhost:${port}`;
  provider = await startProvider(await freePort(), origin);
  const { issuer } = provider;
  const directory = () => loadDirectory(use.organizationFile);
  const app = await use.app({
    own: undefined,
    oidc: oidc(oidcProvider({ issuer, ...CLIENT, personClaim: 'email' }), directory, () => {}),
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
});
beforeEach(async () => {
  const { email } = loadDirectory(use.organizationFile).person(CLERK) ?? {};
  provider.who = { sub: '1', email: email ?? '', email_verified: true };
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await provider.stop();
  rmSync(PAGES, { recursive: true });
});

const signIn = () => page.getByRole('link', { name: '统一身份认证登录' });

async function look(name: string): Promise<void> {
  for (const width of [1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `gateway-oidc-${name}-${width}`);
  }
  expect(await visibleEnglish(page, [])).toEqual([]);
}

test('one signs in at the provider, lands at the page one wanted, and signs out at both', async () => {
  await page.goto(`${origin}/account`);
  await signIn().waitFor();
  expect(await page.getByLabel('密码').count()).toBe(0);
  await look('sign-in');
  await signIn().click();
  await page.getByRole('heading', { name: '我的账户' }).waitFor();
  expect(page.url()).toBe(`${origin}/account`);
  // There are no passwords here to change.
  await page.getByRole('heading', { name: '登录情况' }).waitFor();
  expect(await page.getByText('原密码').count()).toBe(0);
  await picture(page, 'gateway-oidc-account');
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL(`${provider.issuer}/session/end**`);
  await page.locator('button[value=yes]').click();
  await page.waitForURL(`${origin}/`);
  await signIn().waitFor();
});

test('a sign-in that is over while a page is open goes on in a page beside it', async () => {
  await page.goto(`${origin}/account`);
  await signIn().click();
  await page.getByRole('heading', { name: '登录情况' }).waitFor();
  await use.sql.query('delete from sessions');
  await page.locator('.header-name').click();
  await page.getByRole('navigation').getByRole('link', { name: '我的账户' }).click();
  await page.getByRole('dialog').waitFor();
  await look('again');
  const [beside] = await Promise.all([page.context().waitForEvent('page'), signIn().click()]);
  await beside.getByRole('heading', { name: '我的账户' }).waitFor();
  await page.getByRole('button', { name: '已在新页面登录，继续办理' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('who is nobody here is told so in Chinese', async () => {
  provider.who = { sub: '2', email: 'nobody@x.example', email_verified: true };
  await page.goto(origin);
  await signIn().click();
  await page.getByText('没有对应到本系统的一名人员').waitFor();
  await look('unknown');
  await page.getByRole('link', { name: '返回首页' }).click();
  await signIn().waitFor();
});
