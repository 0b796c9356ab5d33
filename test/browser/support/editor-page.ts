import type { Page } from 'playwright-core';
import type { ModelerPage } from './modeler-page.ts';

/** Opens a model by its address and waits until it is ready and was checked. */
export async function show(page: Page, { address }: ModelerPage, path: string): Promise<void> {
  await page.goto(`${address}/model?path=${path}`);
  await isReady(page, path);
}

async function isReady(page: Page, path: string): Promise<void> {
  await page.locator('.editor').waitFor();
  await page.locator('.editor-waiting').waitFor({ state: 'detached' });
  // Notices are not linted.
  if (path.endsWith('.txt')) return;
  await page.locator('.editor-findings-head', { hasText: /^.?检查(通过|结果)/ }).waitFor();
}

/** Selects a step, so that its properties are shown. */
export async function select(page: Page, id: string): Promise<void> {
  await page.locator(`[data-element-id="${id}"] .djs-hit`).first().click({ force: true });
  await page.locator('.bio-properties-panel-header').waitFor();
}

/** Waits until the browser keeps the unsaved text, which it does when nobody has typed for a moment. */
export async function draftIsKept(page: Page, key: string, text: string): Promise<void> {
  await page.evaluate(
    async ([wanted = '', words = '']) => {
      const kept = () =>
        new Promise<unknown>((resolve) => {
          const opening = indexedDB.open('keyval-store');
          opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction('keyval').objectStore('keyval').get(wanted);
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result?.[0]?.source);
            };
          };
        });
      while (!String(await kept()).includes(words)) await new Promise(requestAnimationFrame);
    },
    [key, text],
  );
}
