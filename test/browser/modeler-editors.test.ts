import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { readBpmn } from '../../models/bpmn.ts';
import { type Element, list } from '../../models/element.ts';
import { flowElements } from '../../models/flow.ts';
import { inputs, outputs } from '../../models/zeebe.ts';
import { newSession, openBrowser } from './support/browser.ts';
import { draftIsKept, select, show } from './support/editor-page.ts';
import { type ModelerPage, serveModelerPage } from './support/modeler-page.ts';

const TECHNICAL_REVIEW = 'stage-technical-review/stage-technical-review.bpmn';
const BUDGET = 'stage-budget/stage-budget.bpmn';
const DESIGN = 'stage-design/stage-design.bpmn';
const PROPOSAL = 'stage-proposal/stage-proposal.bpmn';
const APPLICATION = 'project-application/project-application.bpmn';
const EXTENSION = 'stage-extension/stage-extension.bpmn';
const ROUTE = 'project-application/approval-route.dmn';
const LIMIT = 'project-application/over-limit.dmn';
const APPLICATION_FORM = 'project-application/application-form.form';
const CONFIRMATION = 'stage-technical-review/confirm-requirements.form';
const FORM = 'stage-technical-review/technical-review.form';
const NOTICE = 'project-application/notices/withdrawn.txt';
const WRONG_DAYS = '时限不一致：模型为 10 个工作日，对照表为 15 个工作日。';

const folder = join(tmpdir(), `modeler-editors-${process.pid}`);
let served: ModelerPage;
let browser: Browser;
/** One page for all: opening a model by its address leaves nothing of the one before. */
let page: Page;
beforeAll(async () => {
  [served, browser] = await Promise.all([serveModelerPage(folder), openBrowser()]);
  page = await newSession(browser);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a statutory task', () => {
  test('a changed limit is told at once, leads to its step, may be overruled by a document, and changes nothing else', async () => {
    await open(TECHNICAL_REVIEW);
    await select(page, 'Task_TechnicalReview');
    await page.getByLabel('时限（工作日）').fill('10');
    await page.getByText(WRONG_DAYS).waitFor();

    await select(page, 'Task_ConfirmRequirements');
    await page.locator('.editor-finding', { hasText: WRONG_DAYS }).click();
    await page.locator('.selected[data-element-id="Task_TechnicalReview"]').waitFor();
    await page.locator('.bio-properties-panel-header-label', { hasText: '技术评审' }).waitFor();
    expect(await page.getByLabel('时限（工作日）').inputValue()).toBe('10');

    await page.getByRole('button', { name: '依文号放行' }).click();
    const dialog = page.getByRole('dialog', { name: '依文号放行' });
    await dialog.getByLabel('文号').fill('九数办〔2026〕12号');
    await dialog.getByRole('button', { name: '放行', exact: true }).click();
    await page.locator('.is-overruled').waitFor();
    await page.getByRole('button', { name: '撤回放行' }).click();
    await page.locator('.editor-findings .is-error').waitFor();

    const before = await elementsOf(await readFile(`bpmn/${TECHNICAL_REVIEW}`, 'utf8'));
    const after = await elementsOf(await save(TECHNICAL_REVIEW));
    const changed = Object.keys(after).filter((id) => after[id] !== before[id]);
    expect(changed).toEqual(['Task_TechnicalReview']);
    expect(after.Task_TechnicalReview).toBe(
      before.Task_TechnicalReview?.replace('"source":"=15"', '"source":"=10"'),
    );
  });

  test('a limit that is saved while it is still being typed is the one that is saved', async () => {
    await open(PROPOSAL);
    await select(page, 'Task_ApproveProposal');
    await page.getByLabel('时限（工作日）').fill('21');
    await page.keyboard.press('Control+s');
    const { Task_ApproveProposal: step } = await elementsOf(await fillInAndSave(PROPOSAL));
    expect(step).toContain('"source":"=21","target":"limitDays"');
  });

  test('an address that names it opens the diagram with its properties, and nothing to save', async () => {
    await page.goto(`${served.address}/model?path=${APPLICATION}&element=Task_PreliminaryReview`);
    await page.locator('.bio-properties-panel-header-label', { hasText: '初步审核' }).waitFor();
    await page.locator('.bio-properties-panel-applied-template-button').waitFor();
    expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
  });

  test('whose template is taken off and applied again keeps every value', async () => {
    await open(DESIGN);
    const before = await elementsOf(await readFile(`bpmn/${DESIGN}`, 'utf8'));
    await select(page, 'Task_ApproveDesign');
    await page.locator('.bio-properties-panel-applied-template-button').click();
    await page.getByText('解除模板（保留内容）').click();
    await page.locator('.bio-properties-panel-select-template-button').click();
    await page.locator('.djs-popup').getByText('法定时限任务').click();
    // With nothing else changed there would be nothing to save.
    await page.getByLabel('时限（工作日）').fill('14');
    await page.getByText('时限不一致：模型为 14 个工作日').first().waitFor();
    const after = await elementsOf(await save(DESIGN));
    expect(after.Task_ApproveDesign).toBe(
      before.Task_ApproveDesign?.replace('"source":"=15"', '"source":"=14"'),
    );
  });

  test('a new one has its one result, named after it whatever it is called', async () => {
    await open(EXTENSION);
    await select(page, 'Task_DecideExtension');
    await page.locator('.djs-context-pad.open [data-action="append"]').click();
    await page.locator('.djs-popup .entry', { hasText: '模板' }).click();
    await page.locator('.djs-popup .entry', { hasText: '法定时限任务' }).click();
    await page.getByLabel('时限（工作日）').waitFor();
    await page.locator('.bio-properties-panel input[name="id"]').fill('Task_NewStep');
    await page.locator('.djs-shape[data-element-id="Task_NewStep"]').waitFor();
    const { Task_NewStep: step } = await elementsOf(await save(EXTENSION));
    expect(step).toContain('"target":"result_Task_NewStep"');
    expect(step).toContain('"source":"=5","target":"limitDays"');
  });
});

describe('what was not saved', () => {
  test('is offered after a reload, and forgotten once it is saved', async () => {
    await open(BUDGET);
    await rename(page, '批复预算');
    await page.reload();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('批复预算').first().waitFor();
    expect(await save(BUDGET)).toContain('批复预算');
    await open(BUDGET);
    expect(await page.locator('.editor-draft').count()).toBe(0);
  });

  test('is offered one after the other, also what was typed while the first was offered', async () => {
    await open(BUDGET);
    await rename(page, '批复预算（先）');
    await page.reload();
    await page.getByRole('button', { name: '恢复' }).waitFor();
    await rename(page, '批复预算（后）');
    await page.reload();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('批复预算（后）').first().waitFor();
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('批复预算（先）').first().waitFor();
    await page.getByRole('button', { name: '放弃' }).click();
    expect(await save(BUDGET)).toContain('批复预算（先）');
    await open(BUDGET);
    expect(await page.locator('.editor-draft').count()).toBe(0);
  });

  test('is offered after the tab has crashed', async () => {
    const crashing = await page.context().newPage();
    await show(crashing, served, BUDGET);
    await rename(crashing, '批复预算（标签页崩溃）');
    await expect(crashing.goto('chrome://crash')).rejects.toThrow();

    await open(BUDGET);
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByText('批复预算（标签页崩溃）').first().waitFor();
    expect(await save(BUDGET)).toContain('批复预算（标签页崩溃）');
  });

  /** Gives a step another name and waits until that is kept. */
  async function rename(at: Page, name: string): Promise<void> {
    await select(at, 'Task_ApproveBudget');
    await at.locator('.bio-properties-panel textarea[name="name"]').fill(name);
    await draftIsKept(at, `draft dev ${BUDGET}`, name);
  }
});

test('what is copied in one diagram is pasted into another in another tab', async () => {
  await open('provincial-filing/provincial-filing.bpmn');
  await select(page, 'Task_RecordFiling');
  await page.keyboard.press('Control+c');
  const other = await page.context().newPage();
  await show(other, served, 'approval-small/approval-small.bpmn');
  const canvas = other.locator('.djs-container svg').first();
  await canvas.click({ position: { x: 400, y: 60 } });
  await other.keyboard.press('Control+v');
  await other.mouse.move(420, 400);
  await other.mouse.click(420, 400);
  await other.getByText('登记省级备案').first().waitFor();
  await other.close();
});

test('a cell of a decision table that lint objects to is marked', async () => {
  await open(ROUTE);
  const cell = page.locator('td.input-cell').first();
  await cell.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('java.lang.Runtime');
  const id = await cell.getAttribute('data-element-id');
  await page.locator(`td.has-finding[data-element-id="${id}"]`).waitFor();
  await page.locator('td.output-cell').first().click();
  expect(await page.locator('td.input-cell.has-finding').count()).toBe(1);
  expect(await save(ROUTE)).toContain('java.lang.Runtime');
});

describe('a decision table, by mouse', () => {
  test('what is changed is told and nothing else; once it is saved it can be submitted, and opens as it was saved', async () => {
    await open(LIMIT);
    expect(await page.getByRole('link', { name: '提交发布' }).count()).toBe(0);
    await overwrite(page.locator('td.annotation').first(), '第四十二条：运维类不适用');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const changes = page.locator('.what-changed li');
    await changes.first().waitFor();
    expect(await changes.allInnerTexts()).toEqual([expect.stringContaining('第1行：批注')]);
    expect(await fillInAndSave(LIMIT)).not.toContain('hitPolicy');
    await page.getByRole('link', { name: '提交发布' }).click();
    await page.getByRole('button', { name: '提交 1 个模型' }).waitFor();

    await open(LIMIT);
    await page.getByText('检查通过，没有发现问题。').waitFor();
    expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
    expect(await page.locator('.hit-policy').first().innerText()).toContain('唯一');
  });

  test('entries of every list and menu are picked', async () => {
    await open(LIMIT);
    await pick(page.locator('.hit-policy'), '首个');
    await page.locator('.hit-policy', { hasText: '首个' }).waitFor();

    const column = page.locator('th.output-cell').last();
    await column.dblclick();
    await pick(page.locator('.context-menu'), '是与否');
    await page.keyboard.press('Escape');
    await column.getByText('是与否').waitFor();

    await page.locator('td.input-cell', { hasText: 'not("operations")' }).first().click();
    await page.locator('.simple-mode-button').click();
    await pick(page.locator('.context-menu'), '等于其中之一');
    await page.keyboard.press('Escape');
    const rules = page.locator('td.rule-index');
    const before = await rules.count();
    await rules.first().click({ button: 'right' });
    await page.locator('.context-menu').getByText('在下面添加一行').click();
    await rules.nth(before).waitFor();

    const source = await save(LIMIT);
    expect(source).toContain('hitPolicy="FIRST"');
    expect(source).toMatch(/name="basis" typeRef="boolean"/);
    expect(source).toMatch(/_largeOver_kind">\s*<text>"operations"</);
  });

  test('the menu of a decision in the picture of how tables depend on each other', async () => {
    await open(LIMIT);
    await page.getByRole('button', { name: '关系图' }).click();
    await page.locator('.djs-shape[data-element-id="over-limit"]').click();
    await page.locator('[data-action="replace"]').click();
    await page.locator('.djs-popup .entry', { hasText: '表达式' }).click();
    await page.getByRole('button', { name: '表达式：限额判定' }).waitFor();
  });

  /** Opens the list inside of something and picks an entry of it. */
  async function pick(inside: Locator, entry: string): Promise<void> {
    await inside.locator('.dms-input-select').click();
    await page.locator('.dms-select-options .option', { hasText: entry }).click();
  }

  async function overwrite(cell: Locator, text: string): Promise<void> {
    await cell.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }
});

describe('the search of a diagram', () => {
  const pad = () => page.locator('.djs-search-container');
  const selected = () => page.locator('.djs-shape.selected').getAttribute('data-element-id');

  test('stays open once it is opened by the mouse, and a result is picked by it', async () => {
    await open(TECHNICAL_REVIEW);
    await page.locator('[data-tool="find"]').click();
    await page.keyboard.type('Task_Confirm');
    await page.locator('.djs-search-result').click();
    expect(await pad().isVisible()).toBe(false);
    expect(await selected()).toBe('Task_ConfirmRequirements');
    await page.locator('[data-tool="find"]').click();
    expect(await pad().isVisible()).toBe(true);
    await page.locator('[data-tool="find"]').click();
    expect(await pad().isVisible()).toBe(false);
  });

  test('or by the keyboard', async () => {
    await page.locator('[data-tool="find"]').press('Enter');
    await page.keyboard.type('Task_TechnicalReview');
    await page.keyboard.press('Enter');
    expect(await selected()).toBe('Task_TechnicalReview');
  });
});

test('what completes an expression in the properties is picked by mouse', async () => {
  await open(TECHNICAL_REVIEW);
  await select(page, 'Task_TechnicalReview');
  const expression = page.locator('.editor-side .cm-content').first();
  await expression.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' + projectI');
  await page.locator('.cm-tooltip-autocomplete li', { hasText: 'projectId' }).first().click();
  expect(await expression.innerText()).toContain('+ projectId');
});

test('lists and days of a form that is tried are picked by mouse', async () => {
  await open(APPLICATION_FORM);
  await page.locator('[data-tool="preview"]').click();
  const form = page.locator('.form-preview-form');
  const list = form.locator('.fjs-form-field-select', { hasText: '项目类别' });
  await list.locator('.fjs-input-group').click();
  await list.locator('.fjs-dropdownlist-item', { hasText: '基础设施' }).click();
  await list.getByText('基础设施').first().waitFor();
  const day = form.locator('.fjs-form-field-datetime').first();
  await day.locator('input').first().click();
  await page.locator('.flatpickr-calendar.open .flatpickr-day:text-is("13")').first().click();
  expect(await day.locator('input').first().inputValue()).toMatch(/13/);
});

test('two texts of a table are drawn beside each other, what differs is coloured', async () => {
  await page.goto(`${served.address}/compare?path=${ROUTE}&before=shipped&after=saved`);
  for (const [side, text] of [
    ['.side-before', '< 200'],
    ['.side-after', 'java.lang.Runtime'],
  ] as const) {
    const cell = page.locator(`${side} td.input-cell`, { hasText: text }).first();
    await cell.waitFor();
    expect(await cell.evaluate((td) => getComputedStyle(td).outlineStyle)).toBe('solid');
  }
});

test('a form is tried with an example, and linted while it is edited', async () => {
  await open(FORM);
  await page.locator('[data-tool="preview"]').click();
  await page.locator('.form-preview select').selectOption('full-data-center');
  await page.getByText('检查填写').click();
  await page.getByText('没有填好').waitFor();
  await page.locator('[data-tool="preview"]').click();
  const outcome = page.locator('[data-id="Field_outcome"]').first();
  await outcome.click({ position: { x: 4, y: 4 } });
  await page.locator('.fjs-context-pad [title^="删除"]').click();
  await page.locator('.editor-findings li').first().waitFor();
  await save(FORM);
});

test('common parts are named in a form, shown in its preview, and opened with every form they reach', async () => {
  await open(CONFIRMATION);
  await page.locator('.form-drawing', { hasText: '公共部分：项目情况' }).waitFor();
  await page.locator('[data-tool="preview"]').click();
  const shown = page.locator('.form-preview-form', { hasText: '智慧停车管理平台' });
  await shown.getByText('项目编号').waitFor();
  await page.locator('.form-parts').getByRole('button', { name: '项目情况' }).click();
  await page.locator('main[data-path="common/parts/project-facts.form"]').waitFor();
  const reached = page.locator('.form-parts', { hasText: /修改会影响 \d+ 个表单/ });
  await reached.getByRole('button', { name: '一个模型' }).first().waitFor();
  expect(await reached.getByRole('button').count()).toBeGreaterThan(30);
});

test('two texts of a form are drawn beside each other, what is gone is coloured', async () => {
  await page.goto(`${served.address}/compare?path=${FORM}&before=shipped&after=saved`);
  const gone = page.locator('.side-before [data-id="Field_outcome"]').first();
  await gone.waitFor();
  expect(await gone.evaluate((field) => getComputedStyle(field).outlineStyle)).toBe('solid');
  expect(await page.locator('.side-after [data-id="Field_outcome"]').count()).toBe(0);
});

test('a notice is shown as it will be mailed, and a wrong name is told', async () => {
  await open(NOTICE);
  const text = '主题: 撤回：{{application.projectName}}\n\n{{application.nmae}}';
  await page.getByLabel('通知文字').fill(text);
  await page.getByText('项目中没有“application.nmae”这一项').waitFor();
  expect(await page.locator('.notice-subject').innerText()).toBe('撤回：智慧停车管理平台');
});

test('pictures have Chinese letters', async () => {
  await open(BUDGET);
  await page.locator('summary', { hasText: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '矢量图（SVG）' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain('编制项目预算');
  expect(file).toContain('Noto Sans CJK SC');
});

test('a reader sees everything and changes nothing', async () => {
  const readers = await serveModelerPage(folder, {}, 'reader');
  const reader = await newSession(browser);
  await show(reader, readers, TECHNICAL_REVIEW);
  await select(reader, 'Task_TechnicalReview');
  const days = reader.getByLabel('时限（工作日）');
  expect(await days.inputValue()).toBe('15');
  await reader.keyboard.press('Delete');
  await days.fill('10', { force: true });
  await days.blur();
  expect(await reader.locator('[data-element-id="Task_TechnicalReview"]').count()).toBe(1);
  await reader.locator('.djs-container').click({ position: { x: 400, y: 20 } });
  await select(reader, 'Task_TechnicalReview');
  expect(await days.inputValue()).toBe('15');

  // Trying a model computes with it, which is the editors'.
  await reader.getByRole('link', { name: '模型库' }).first().waitFor();
  expect(await reader.getByText('推演', { exact: true }).count()).toBe(0);
  await reader.goto(`${readers.address}/scenario`);
  await reader.getByText('推演由模型编辑人员使用').waitFor();
  await readers.close();
});

test('below a path of the door every request lies below it, and so does every link', async () => {
  const behind = await serveModelerPage(folder, {}, 'editor', '/modeler');
  const visitor = await newSession(browser);
  const outside: string[] = [];
  const kinds = new Set<string>();
  visitor.on('request', (request) => {
    const address = request.url();
    kinds.add(request.resourceType());
    if (/^https?:/.test(address) && !address.startsWith(`${behind.address}/`))
      outside.push(address);
  });
  await visitor.goto(`${behind.address}/`);
  await visitor.getByRole('link', { name: '新建' }).click();
  await visitor.getByRole('heading', { name: '新建模型' }).waitFor();
  await visitor.getByRole('link', { name: '模型库' }).click();
  await visitor.locator(`a[href="/modeler/model?path=${encodeURIComponent(BUDGET)}"]`).click();
  await visitor.waitForURL(`${behind.address}/model?**`);
  await visitor.locator('.djs-container').waitFor();
  for (const path of [ROUTE, FORM, BUDGET, NOTICE]) await show(visitor, behind, path);
  await visitor.goto(`${behind.address}/compare?path=${LIMIT}&before=shipped&after=saved`);
  await visitor.locator('a[href^="/modeler/history?"]').waitFor();

  const hrefs = await visitor
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs.filter((href) => !href?.startsWith('/modeler/'))).toEqual([]);
  expect(outside).toEqual([]);
  expect([...kinds]).toEqual(expect.arrayContaining(['script', 'stylesheet', 'fetch']));
  await visitor.context().close();
  await behind.close();
});

async function open(path: string): Promise<void> {
  await show(page, served, path);
}

async function save(path: string): Promise<string> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  return fillInAndSave(path);
}

async function fillInAndSave(path: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: '保存为新版本' });
  await dialog.getByLabel('修改说明').fill('试改');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
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
