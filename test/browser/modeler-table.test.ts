import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { libraryRoutes } from '../../web-modeler/library/api.ts';
import { modelRoutes } from '../../web-modeler/model/api.ts';
import { publishingRoutes } from '../../web-modeler/publishing/api.ts';
import { anApplication } from '../process/support/application.ts';
import { fileAt } from '../process/support/project.ts';
import { until } from '../process/support/until.ts';
import { openWorld, type World } from '../process/support/world.ts';
import { openBrowser, picture } from './support/browser.ts';
import { openModel, openModeler, save } from './support/modeler.ts';
import { administrator } from './support/modeler-api.ts';

const TABLE = 'project-application/over-limit.dmn';
const DOCUMENT = '九数办〔2026〕31号';
const CHANGES = [
  '限额判定 命中策略 由 UNIQUE 改为 FIRST',
  '限额判定 第4行：投资额(万元) ≥ 500 → ≥ 400',
  '限额判定 第5行：投资额(万元) ＜ 500 → ＜ 400',
];
const SIZE = { width: 1280, height: 900 };
const LONG_MS = 10 * 60_000;

let world: World;
let browser: Browser;
let editor: Page;
let publisher: Page;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  editor = await openModeler(browser, world.modeler, 'shuju.zhang');
  publisher = await openModeler(browser, world.modeler, 'bangong.cheng');
  await editor.setViewportSize(SIZE);
  await publisher.setViewportSize(SIZE);
}, LONG_MS);
afterAll(async () => {
  await browser.close();
  await world.close();
});

test(
  'a threshold and the hit policy are changed by mouse, submitted from the open table, published by a second person, and decide',
  async () => {
    await below();

    await openModel(editor, TABLE);
    await editor.locator('.hit-policy .dms-input-select').click();
    await picture(editor, 'modeler-table-1-list');
    await editor.locator('.dms-select-options .option', { hasText: '首个' }).click();
    await editor.locator('.hit-policy', { hasText: '首个' }).waitFor();
    await overwrite(editor.locator('td.input-cell', { hasText: '>= 500' }), '>= 400');
    await overwrite(editor.locator('td.input-cell', { hasText: '< 500' }), '< 400');
    await editor.getByText('检查结果：2 个错误').waitFor();

    await save(editor, '其他类别的限额改为 400 万元');
    await editor.getByRole('dialog').waitFor({ state: 'detached' });
    for (const done of [1, 2]) {
      await overrule();
      await editor.getByText(`${done} 个已依文号放行`).waitFor();
    }
    await picture(editor, 'modeler-table-2-saved');

    await editor.getByRole('link', { name: '提交发布' }).click();
    for (const change of CHANGES) await editor.getByText(change).waitFor();
    await editor.getByLabel('文号').fill(DOCUMENT);
    await editor.getByLabel('说明').fill('按文件调整限额');
    await picture(editor, 'modeler-table-3-submit');
    await editor.getByRole('button', { name: '提交 1 个模型' }).click();
    await editor.waitForURL(/\/submissions\/[0-9a-f-]{36}$/);

    await publisher.goto(new URL(editor.url()).pathname);
    for (const change of CHANGES) await publisher.getByText(change).waitFor();
    await publisher.getByRole('button', { name: '发布', exact: true }).click();
    await publisher.getByRole('button', { name: '确认发布' }).click();
    await publisher.getByRole('heading', { name: '部署结果' }).waitFor();
    await picture(publisher, 'modeler-table-4-published');

    const project = await fileAt(world, 'Task_OverLimit', anApplication({ investment: 450 }));
    expect((await project.open('Task_RecordProvincialReview')).limitDays).toBe(null);
  },
  LONG_MS,
);

test(
  'what came with the system is brought back; a table that states no hit policy decides as a unique one',
  async () => {
    const zhang = await administrator(world.modeler, 'shuju.zhang');
    const cheng = await administrator(world.modeler, 'bangong.cheng');
    const shipped = { path: TABLE, at: 'shipped' };
    const { source } = await zhang.ask(modelRoutes.readModel, { query: shipped });
    await put(source.replace(' hitPolicy="UNIQUE"', ''), '九数办〔2026〕32号');
    await below();
    await put(source, '九数办〔2026〕33号');

    async function put(text: string, document: string): Promise<void> {
      const { blob: base } = await zhang.ask(modelRoutes.readModel, { query: { path: TABLE } });
      const note = '恢复随附的限额';
      const { findings } = await zhang.ask(modelRoutes.saveModel, {
        body: { path: TABLE, source: text, base, note },
      });
      expect(findings).toEqual([]);
      const { saved, published } = await zhang.ask(libraryRoutes.listModels);
      const { id } = await zhang.ask(publishingRoutes.submit, {
        body: { paths: [TABLE], saved, published, document, note },
      });
      await cheng.ask(publishingRoutes.publish, { params: { id } });
    }
  },
  LONG_MS,
);

/** A project of 450 does not reach the limit of 500. */
async function below(): Promise<void> {
  const undecided = { overLimit: null };
  const differs = anApplication({ investment: 450 });
  const project = await fileAt(world, 'Task_OverLimit', differs, undecided);
  const decided = await until('the limit to be decided', async () => {
    const { overLimit } = await project.variables();
    return overLimit ?? undefined;
  });
  expect(decided).toBe(false);
}

async function overwrite(cell: Locator, text: string): Promise<void> {
  await cell.click();
  await editor.keyboard.press('Control+a');
  await editor.keyboard.type(text);
}

/** Lets the first of the findings pass by a document. */
async function overrule(): Promise<void> {
  await editor.getByRole('button', { name: '依文号放行', exact: true }).first().click();
  const dialog = editor.getByRole('dialog', { name: '依文号放行' });
  await dialog.getByLabel('文号').fill(DOCUMENT);
  await dialog.getByRole('button', { name: '放行', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
