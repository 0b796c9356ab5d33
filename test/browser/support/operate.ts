import type { Page } from 'playwright-core';
import { until } from '../../process/support/until.ts';
import { picture } from './browser.ts';

// Operate's page asks once what processes there are.
const LOOK_MS = 10_000;

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
 * Opens an address that names a version of a process, until Operate shows that version and the element in its diagram:
 * it learns of a new one some seconds after the engine, and of a page opened before then some part stays empty.
 */
export async function processVersion(
  page: Page,
  address: string,
  { version, element }: { version: number; element: string },
): Promise<void> {
  const parts = [
    `#processVersion [title="${version}"]`,
    `.djs-shape[data-element-id="${element}"]`,
  ];
  await until(`version ${version} with ${element} at ${address}`, async () => {
    await page.goto(address);
    const shown = parts.map((part) => page.locator(part).waitFor({ timeout: LOOK_MS }));
    return Promise.all(shown).then(
      () => true,
      () => undefined,
    );
  });
}
