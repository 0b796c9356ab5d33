import type { Page } from 'playwright-core';
import { until } from '../../process/support/until.ts';
import { picture } from './browser.ts';

// Operate's page asks once what processes there are.
const LOOK_MS = 5_000;

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

/**
 * Opens an address that names a version of a process, until Operate shows that version: it learns of a new one some
 * seconds after the engine, and a page opened before then stays empty.
 */
export async function processVersion(page: Page, address: string, version: number): Promise<void> {
  await until(`version ${version} at ${address}`, async () => {
    await page.goto(address);
    const shown = page
      .locator(`#processVersion [title="${version}"]`)
      .waitFor({ timeout: LOOK_MS });
    return shown.then(
      () => true,
      () => undefined,
    );
  });
}
