import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { anApplication } from '../process/support/application.ts';
import { fileAt, type Project } from '../process/support/project.ts';
import { openWorld, type World } from '../process/support/world.ts';
import { openBrowser, picture } from './support/browser.ts';
import { openModel, openModeler, save, select } from './support/modeler.ts';

const STAGE = 'stage-technical-review/stage-technical-review.bpmn';
const DOCUMENT = '九数办〔2026〕12号';
const NEXT_STAGE = 'stage-budget/stage-budget.bpmn';

// The last test of the platform: what it publishes holds for everything that is filed later.
const LONG_MS = 10 * 60_000;

let world: World;
let browser: Browser;
let editor: Page;
let publisher: Page;
let before: Project;
beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  editor = await openModeler(browser, world.modeler, 'shuju.zhang');
  publisher = await openModeler(browser, world.modeler, 'bangong.cheng');
}, LONG_MS);
afterAll(async () => {
  await browser.close();
  await world.close();
});

test(
  'an administrator changes a limit, overrules the finding by a document, and a second person publishes it',
  async () => {
    before = await fileAt(world, 'Call_ApprovalSmall', anApplication());
    expect((await before.open('Task_TechnicalReview')).limitDays).toBe(15);

    await openModel(editor, STAGE);
    await select(editor, 'Task_TechnicalReview');
    await editor.getByLabel('时限（工作日）').fill('10');
    await editor.getByText('时限不一致：模型为 10 个工作日，对照表为 15 个工作日。').waitFor();
    await picture(editor, 'modeler-1-finding');

    await save(editor, '技术评审时限改为 10 个工作日');
    await editor.getByRole('dialog').waitFor({ state: 'detached' });
    await editor.getByRole('button', { name: '依文号放行' }).click();
    const overruling = editor.getByRole('dialog', { name: '依文号放行' });
    await overruling.getByLabel('文号').fill(DOCUMENT);
    await overruling.getByRole('button', { name: '放行' }).click();
    await editor.getByText('1 个已依文号放行').waitFor();

    await submitDrafts(DOCUMENT, '技术评审 时限 15 → 10 工作日（第二十五条第二项）');
    expect(await editor.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
    await publishWhatEditorSubmitted();
    await picture(publisher, 'modeler-4-published');

    expect(await limitOfNewProject()).toBe(10);
    expect((await before.open('Task_TechnicalReview')).limitDays).toBe(15);
  },
  LONG_MS,
);

test(
  'what was published is taken back, and brought back, by the same rule',
  async () => {
    const first = new URL(publisher.url()).pathname;
    await editor.goto(`/history?path=${STAGE}`);
    await editor.getByRole('button', { name: '恢复' }).last().click();
    await editor.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
    await editor.getByText('已恢复，存为新版本。').waitFor();
    await submitDrafts('九数办〔2026〕13号', '技术评审 时限 10 → 15 工作日（第二十五条第二项）');
    await publishWhatEditorSubmitted();
    expect(await limitOfNewProject()).toBe(15);

    await editor.goto(first);
    await editor.getByRole('button', { name: '回退到此次发布' }).click();
    const dialog = editor.getByRole('dialog', { name: '回退到此次发布' });
    await dialog.getByLabel('文号').fill('九数办〔2026〕14号');
    await dialog.getByRole('button', { name: '提交回退' }).click();
    await editor.getByText('等待发布').first().waitFor();
    await publishWhatEditorSubmitted();
    expect(await limitOfNewProject()).toBe(10);
  },
  LONG_MS,
);

test(
  'the second of two who save sees both versions and loses neither',
  async () => {
    const other = await openModeler(browser, world.modeler, 'shuju.liu');
    await rename(editor, '编制项目预算（甲）');
    await rename(other, '编制项目预算（乙）');
    await save(editor, '甲的修改');
    await editor.getByText('有未保存的修改').waitFor({ state: 'detached' });

    await save(other, '乙的修改');
    const conflict = other.getByRole('dialog', { name: '他人已先保存了新版本' });
    await conflict.getByText('甲的修改').waitFor();
    await picture(other, 'modeler-5-conflict');
    await conflict.getByRole('button', { name: '保留我的' }).click();
    await conflict.waitFor({ state: 'detached' });

    await other.goto(`/history?path=${NEXT_STAGE}`);
    await other.getByText('乙的修改').waitFor();
    await other.getByText('甲的修改').waitFor();
    await picture(other, 'modeler-6-history');
  },
  LONG_MS,
);

test(
  'a broken file is not taken; its problems are told',
  async () => {
    const page = await editor.context().newPage();
    await page.goto('/');
    await page.getByLabel('选择要导入的文件').setInputFiles({
      name: 'broken.bpmn',
      mimeType: 'application/xml',
      buffer: Buffer.from('<bpmn:definitions><not closed'),
    });
    const dialog = page.getByRole('dialog', { name: '导入 broken.bpmn' });
    await dialog
      .getByText(/无法读取|不能读取|读不出/)
      .first()
      .waitFor();
    await picture(page, 'modeler-7-import');
    expect(await dialog.getByRole('button', { name: /新建|存为新版本/ }).count()).toBe(0);
  },
  LONG_MS,
);

test(
  'who may only read sees everything and can change nothing',
  async () => {
    const reader = await openModeler(browser, world.modeler, 'fagai.li');
    await reader.goto(`/model?path=${STAGE}`);
    await reader.locator('.djs-shape[data-element-id="Task_TechnicalReview"]').waitFor();
    expect(await reader.getByRole('button', { name: '保存', exact: true }).count()).toBe(0);
    const { status, code } = await reader.evaluate(async (path) => {
      const { csrfToken } = await (await fetch('/api/session')).json();
      const answer = await fetch('/api/model', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
        body: JSON.stringify({ path, source: '<x/>', base: null, note: 'x' }),
      });
      return { status: answer.status, ...(await answer.json()) };
    }, STAGE);
    expect({ status, code }).toEqual({ status: 403, code: 'not-allowed' });
  },
  LONG_MS,
);

/** Gives a step of the other stage another name, unsaved. */
async function rename(page: Page, name: string): Promise<void> {
  await openModel(page, NEXT_STAGE);
  await select(page, 'Task_PrepareBudget');
  await page.getByLabel('名称', { exact: true }).fill(name);
}

async function submitDrafts(document: string, change: string): Promise<void> {
  await editor.goto('/submit');
  await editor.getByText(change).waitFor();
  await editor.getByLabel('文号').fill(document);
  await editor.getByLabel('说明').fill('按文件调整技术评审时限');
  await picture(editor, 'modeler-2-submit');
  await editor.getByRole('button', { name: '提交 1 个模型' }).click();
  await editor.waitForURL(/\/submissions\/[0-9a-f-]{36}$/);
  await editor.getByText(change).first().waitFor();
}

async function publishWhatEditorSubmitted(): Promise<void> {
  await publisher.goto(new URL(editor.url()).pathname);
  await publisher.getByRole('heading', { name: '修改内容' }).waitFor();
  await picture(publisher, 'modeler-3-submission');
  await publisher.getByRole('button', { name: '发布', exact: true }).click();
  await publisher.getByRole('button', { name: '确认发布' }).click();
  await publisher.getByRole('link', { name: '在 Operate 中查看' }).first().waitFor();
}

async function limitOfNewProject(): Promise<number | null> {
  const project = await fileAt(world, 'Call_ApprovalSmall', anApplication());
  return (await project.open('Task_TechnicalReview')).limitDays;
}
