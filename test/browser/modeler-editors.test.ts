import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { readBpmn } from '../../bpmn/lint/models/bpmn.ts';
import { type Element, list } from '../../bpmn/lint/models/element.ts';
import { flowElements } from '../../bpmn/lint/models/flow.ts';
import { inputs, outputs } from '../../bpmn/lint/models/zeebe.ts';
import { newSession, openBrowser } from './support/browser.ts';
import { type ModelerPage, serveModelerPage } from './support/modeler-page.ts';

const TECHNICAL_REVIEW = 'stage-technical-review/stage-technical-review.bpmn';
const ROUTE = 'project-application/approval-route.dmn';
const FORM = 'stage-technical-review/technical-review.form';
const NOTICE = 'project-application/notices/withdrawn.txt';
const WRONG_DAYS = '时限不一致：模型为 10 个工作日，对照表为 15 个工作日。';

const folder = join(tmpdir(), `modeler-editors-${process.pid}`);
let served: ModelerPage;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveModelerPage(folder), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a statutory task', () => {
  test('a changed limit is told at once, may be overruled by a document, and changes nothing else', async () => {
    const page = await open(TECHNICAL_REVIEW);
    await select(page, 'Task_TechnicalReview');
    await page.getByLabel('时限（工作日）').fill('10');
    await page.getByText(WRONG_DAYS).waitFor();

    await page.getByRole('button', { name: '依文号放行' }).click();
    await page.locator('input[name="document"]').fill('九数办〔2026〕12号');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    await page.locator('.is-overruled').waitFor();
    await page.getByRole('button', { name: '撤回放行' }).click();
    await page.locator('.is-error').waitFor();

    const before = await elementsOf(await readFile(`bpmn/${TECHNICAL_REVIEW}`, 'utf8'));
    const after = await elementsOf(await save(page, TECHNICAL_REVIEW));
    const changed = Object.keys(after).filter((id) => after[id] !== before[id]);
    expect(changed).toEqual(['Task_TechnicalReview']);
    expect(after.Task_TechnicalReview).toBe(
      before.Task_TechnicalReview?.replace('"source":"=15"', '"source":"=10"'),
    );
  });

  test('the template applied to a task that is one keeps its values and the fields of its form', async () => {
    const page = await open('stage-design/stage-design.bpmn');
    const task = (await elementsOf(await readFile('bpmn/stage-design/stage-design.bpmn', 'utf8')))
      .Task_ApproveDesign;
    await select(page, 'Task_ApproveDesign');
    await page.locator('.bio-properties-panel-applied-template-button').click();
    await page.getByText('解除模板（保留内容）').click();
    await page.locator('.bio-properties-panel-select-template-button').click();
    await page.locator('.djs-popup').getByText('法定时限任务').click();
    await page.getByLabel('时限（工作日）').waitFor();
    const after = await elementsOf(await save(page, 'stage-design/stage-design.bpmn'));
    expect(after.Task_ApproveDesign).toBe(task);
  });
});

test('a new step from the template has its one result, named after it whatever it is called', async () => {
  const page = await open('stage-extension/stage-extension.bpmn');
  await select(page, 'Task_DecideExtension');
  await page.locator('.djs-context-pad.open [data-action="append"]').click();
  await page.locator('.djs-popup .entry', { hasText: '模板' }).click();
  await page.locator('.djs-popup .entry', { hasText: '法定时限任务' }).click();
  await page.getByLabel('时限（工作日）').waitFor();
  await page.locator('.bio-properties-panel input[name="id"]').fill('Task_NewStep');
  await page.waitForTimeout(1000);
  const after = await elementsOf(await save(page, 'stage-extension/stage-extension.bpmn'));
  expect(after.Task_NewStep).toContain('"target":"result_Task_NewStep"');
  expect(after.Task_NewStep).toContain('"source":"=5","target":"limitDays"');
});

test('what was not saved is offered after a reload, and forgotten once it is saved', async () => {
  const page = await open('stage-budget/stage-budget.bpmn');
  await select(page, 'Task_ApproveBudget');
  await page.locator('.bio-properties-panel textarea[name="name"]').fill('批复预算');
  await page.waitForTimeout(2000);
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.getByRole('button', { name: '恢复' }).click();
  await page.getByText('批复预算').first().waitFor();
  expect(await save(page, 'stage-budget/stage-budget.bpmn')).toContain('批复预算');
  await page.reload();
  await page.locator('.editor-waiting').waitFor({ state: 'detached' });
  await page.waitForTimeout(1000);
  expect(await page.locator('.editor-draft').count()).toBe(0);
});

test('what is copied in one diagram is pasted into another in another tab', async () => {
  const one = await open('provincial-filing/provincial-filing.bpmn');
  await select(one, 'Task_RecordFiling');
  await one.keyboard.press('Control+c');
  const other = await one.context().newPage();
  await show(other, 'approval-small/approval-small.bpmn');
  await other
    .locator('.djs-container svg')
    .first()
    .click({ position: { x: 400, y: 60 } });
  await other.keyboard.press('Control+v');
  await other.mouse.move(420, 400);
  await other.mouse.click(420, 400);
  await other.getByText('登记省级备案').first().waitFor();
});

test('a finding shows its element, an element its findings', async () => {
  const page = await open(TECHNICAL_REVIEW);
  await select(page, 'Task_ConfirmRequirements');
  await page.keyboard.press('Delete');
  const finding = page.locator('.editor-finding').first();
  await finding.click();
  await page.locator('.finding-badge').first().click();
  await page.locator('[data-tool="undo"]').click();
  await page.getByText('检查通过').first().waitFor();
});

test('a cell of a decision table that departs from the regulation is told', async () => {
  const page = await open(ROUTE);
  const cell = page.locator('td.input-cell').first();
  await cell.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('< 300');
  await page.locator('.editor-findings li').first().waitFor();
  expect(await save(page, ROUTE)).toContain('300');
});

test('a form is edited, tried with an example and linted', async () => {
  const page = await open(FORM);
  await page.locator('[data-tool="preview"]').click();
  await page.locator('.form-preview select').selectOption('full-data-center');
  await page.getByText('检查填写').click();
  await page.getByText('没有填好').waitFor();
  await page.locator('[data-tool="preview"]').click();
  await page
    .locator('[data-id="Field_outcome"]')
    .first()
    .click({ position: { x: 4, y: 4 } });
  await page.locator('.fjs-context-pad [title^="删除"]').click();
  await page.locator('.editor-findings li').first().waitFor();
});

test('a notice is shown as it will be mailed, and a wrong name is told', async () => {
  const page = await open(NOTICE);
  await page
    .getByLabel('通知文字')
    .fill('主题: 撤回：{{application.projectName}}\n\n{{application.nmae}}');
  await page.getByText('项目中没有“application.nmae”这一项').waitFor();
  expect(await page.locator('.notice-subject').innerText()).toBe('撤回：智慧停车管理平台');
});

test('a reader sees everything and changes nothing', async () => {
  const readers = await serveModelerPage(folder, {}, 'reader');
  const page = await newSession(browser);
  await show(page, TECHNICAL_REVIEW, readers);
  await select(page, 'Task_TechnicalReview');
  expect(await page.getByLabel('时限（工作日）').inputValue()).toBe('15');
  await page.keyboard.press('Delete');
  await page.getByLabel('时限（工作日）').fill('10', { force: true });
  await page.waitForTimeout(1500);
  expect(await page.locator('[data-element-id="Task_TechnicalReview"]').count()).toBe(1);
  expect(await page.getByText('检查通过').count()).toBeGreaterThan(0);
  await readers.close();
});

test('pictures have Chinese letters', async () => {
  const page = await open(TECHNICAL_REVIEW);
  await page.locator('summary', { hasText: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '矢量图（SVG）' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain('技术评审');
  expect(file).toContain('Noto Sans CJK SC');
});

async function open(path: string): Promise<Page> {
  const page = await newSession(browser);
  await show(page, path);
  return page;
}

async function show(page: Page, path: string, { address } = served): Promise<void> {
  await page.goto(`${address}/model?path=${path}`);
  await page.locator('.editor-waiting').waitFor({ state: 'detached' });
  await page.getByText('检查通过').first().waitFor();
}

async function select(page: Page, id: string): Promise<void> {
  await page.locator(`[data-element-id="${id}"] .djs-hit`).first().click({ force: true });
  await page.locator('.bio-properties-panel-header').waitFor();
}

async function save(page: Page, path: string): Promise<string> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByLabel('修改说明').fill('试改');
  await page.locator('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存为新版本').waitFor();
  return served.saved[path] ?? '';
}

/** What lint and the engine see of each element, as text to compare. */
async function elementsOf(source: string): Promise<Record<string, string>> {
  const { definitions } = await readBpmn(source);
  const elements = list(definitions, 'rootElements').flatMap(flowElements);
  return Object.fromEntries(elements.map((element) => [element.id, textOf(element)]));
}

function textOf(element: Element): string {
  const { $type, name, 'zeebe:modelerTemplate': template } = element;
  return JSON.stringify({ $type, name, template, in: inputs(element), out: outputs(element) });
}
