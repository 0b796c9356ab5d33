import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { newSession, openBrowser, picture } from './support/browser.ts';
import { show } from './support/editor-page.ts';
import { visibleEnglish } from './support/english.ts';
import { everyComponent } from './support/every-component.ts';
import { everyElement } from './support/every-element.ts';
import { type ModelerPage, serveModelerPage } from './support/modeler-page.ts';

const diagram = everyElement('every-element');
const form = everyComponent('every-component');

let folder: string;
let served: ModelerPage;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modeler-chinese-'));
  [served, browser] = await Promise.all([
    serveModelerPage(folder, {
      'every-element/every-element.bpmn': diagram.source,
      'every-element/every-component.form': form.source,
    }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true });
});

describe('the editor of diagrams', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('every-element/every-element.bpmn');
    // Also the groups that are hidden at first.
    await page.locator('[data-tool="all-properties"]').click();
  });

  test('says everything in Chinese: palette, toolbar, the menu of new elements with all it leads to', async () => {
    await page.locator('.djs-palette [data-action="create"]').click();
    expect(await englishOfMenu(page)).toEqual([]);
  });

  test.each(diagram.ids)('properties, context pad and menus of %s', async (id) => {
    await page.keyboard.press('Escape');
    await page.locator(`[data-element-id="${id}"] .djs-hit`).first().click({ force: true });
    await openPanel(page);
    const english = await visibleEnglish(page);
    for (const action of ['replace', 'append', 'set-color']) {
      const entry = page.locator(`.djs-context-pad.open [data-action="${action}"]`).first();
      if (!(await entry.isVisible())) continue;
      await entry.click();
      await page.locator('.djs-popup').waitFor();
      english.push(...(await visibleEnglish(page)));
      await page.keyboard.press('Escape');
    }
    expect(english).toEqual([]);
  });

  test('the templates of a step', async () => {
    await page.locator('[data-element-id="Task_userTask"] .djs-hit').first().click({ force: true });
    await page.locator('.djs-context-pad.open [data-action="append"]').click();
    expect(await englishOfMenu(page)).toEqual([]);
  });

  test('search, minimap and demonstration', async () => {
    await page.locator('[data-tool="find"]').click();
    const english = await visibleEnglish(page);
    await page.keyboard.press('Escape');
    await page.locator('[data-tool="minimap"]').click();
    await page.locator('[data-tool="simulate"]').click();
    await page.locator('.bts-palette').waitFor();
    english.push(...(await visibleEnglish(page)));
    await page.locator('.bts-entry[title="显示或者隐藏演示记录"]').click();
    english.push(...(await visibleEnglish(page)));
    expect(english).toEqual([]);
  });
});

describe('the editor of decision tables', () => {
  test('table, its menus, and the picture of how tables depend on each other', async () => {
    const page = await open('project-application/approval-route.dmn');
    const english = await visibleEnglish(page);
    const parts = ['th.input-cell', 'th.output-cell', 'td.rule-index', 'td.cell', 'td.annotation'];
    for (const part of parts) {
      const cell = page.locator(part).first();
      await cell.click({ button: 'right' });
      english.push(...(await visibleEnglish(page)));
      await page.keyboard.press('Escape');
      await cell.dblclick();
      english.push(...(await visibleEnglish(page)));
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: '关系图' }).click();
    await page.locator('.djs-palette').waitFor();
    await page.locator('.djs-shape[data-element-id="approval-route"]').click();
    english.push(...(await visibleEnglish(page)));
    await page.locator('[data-action="replace"]').click();
    english.push(...(await visibleEnglish(page)));
    expect([...new Set(english)]).toEqual([]);
  });
});

describe('the editor of forms', () => {
  let page: Page;
  beforeAll(async () => {
    page = await open('every-element/every-component.form');
  });

  test.each(form.ids)('%s and its properties', async (id) => {
    await page.locator(`.fjs-element[data-id="${id}"]`).click({ position: { x: 4, y: 4 } });
    await openPanel(page);
    expect(await visibleEnglish(page)).toEqual([]);
  });

  test('preview', async () => {
    await page.locator('[data-tool="preview"]').click();
    await page.locator('.form-preview-form .fjs-form').waitFor();
    await page.getByRole('button', { name: '检查填写' }).click();
    expect(await visibleEnglish(page)).toEqual([]);
  });
});

test('the editor of notices', async () => {
  const page = await open('project-application/notices/approvals-sent.txt');
  await page.locator('.notice-mail pre').waitFor();
  expect(await visibleEnglish(page)).toEqual([]);
});

async function open(path: string): Promise<Page> {
  const page = await newSession(browser);
  await page.setViewportSize({ width: 1920, height: 1300 });
  await show(page, served, path);
  await picture(page, `modeler-${path.replaceAll('/', '-')}`);
  return page;
}

/** Opens every group of the properties panel, with an item in each list. */
async function openPanel(page: Page): Promise<void> {
  await page.locator('.bio-properties-panel').waitFor();
  await page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (const part of [
      '.bio-properties-panel-group-header:not(.open):not(.empty)',
      '.bio-properties-panel-add-entry',
      '.bio-properties-panel-collapsible-entry-header:not(.open)',
    ]) {
      const found = document.querySelectorAll<HTMLElement>(`.editor-side ${part}`);
      for (const each of Array.from(found)) each.click();
      await drawn();
      await drawn();
    }
  });
}

/** What an open menu says in English, and every menu it leads to. */
async function englishOfMenu(page: Page): Promise<string[]> {
  await page.locator('.djs-popup').waitFor();
  const english = await visibleEnglish(page);
  const entries = await page.locator('.djs-popup .entry').all();
  for (const entry of entries) {
    if ((await entry.getAttribute('aria-haspopup')) !== 'true') continue;
    await entry.click();
    english.push(...(await englishOfMenu(page)));
    await page.keyboard.press('Backspace');
  }
  return english;
}
