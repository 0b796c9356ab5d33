import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

export { openBrowser } from '../../../platform/pictures/browser.ts';

const SCREENSHOTS = 'screenshots';
const SIZE = { width: 1280, height: 1000 };

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
