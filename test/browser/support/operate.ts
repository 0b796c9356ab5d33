import type { Page } from 'playwright-core';
import { picture } from './browser.ts';

/** Opens a finished instance in Operate, keeps a picture of its way, and gives the diagram's text. */
export async function finishedInstance(
  page: Page,
  operate: string,
  processInstanceKey: string,
): Promise<string> {
  await page.goto(`${operate}/processes/${processInstanceKey}`);
  await page.getByTestId('COMPLETED-icon').first().waitFor();
  await page.locator('.djs-container').waitFor();
  await picture(page, '99-operate');
  return page.locator('.djs-container').innerText();
}
