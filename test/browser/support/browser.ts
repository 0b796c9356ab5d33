import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

// The machine's network is closed: without these flags the browser keeps asking the outside world.
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SCREENSHOTS = 'screenshots';
const SIZE = { width: 1280, height: 1000 };

/** Debian's chromium, or the one CHROMIUM_PATH names. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: QUIET,
  });
}

/** A fresh session of one person: nobody else's cookies. */
export async function newSession(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE, locale: 'zh-CN' });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

/** Keeps what is on the screen in the git-ignored folder of screenshots. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
}
