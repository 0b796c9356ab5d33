import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { englishWords } from '../../../gateway/chinese/main-script.ts';
import { MAIN_SCRIPT } from '../../../gateway/chinese/script-words.ts';
import {
  CHINESE_SCRIPTS,
  chineseScript,
  isKnownTasklist,
} from '../../../gateway/chinese/scripts.ts';
import words from '../../../gateway/chinese/tasklist-words.json' with { type: 'json' };
import { openBrowser, picture } from '../../browser/support/browser.ts';
import { visibleEnglish } from '../../browser/support/english.ts';
import { EVERY_FIELD } from '../support/every-field.ts';
import { type FakeTasklist, serveFakeTasklist } from '../support/fake-tasklist.ts';
import { tasklistFiles } from '../support/tasklist-files.ts';

const NAMES = [
  'Tasklist',
  'Services GmbH',
  'Powered by bpmn.io',
  'English',
  'Deutsch',
  'Français',
  'Español',
];

let files: Map<string, Buffer>;
let fake: FakeTasklist;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  files = await tasklistFiles();
  browser = await openBrowser();
});
afterAll(() => browser.close());

function script(name: string): string {
  return files.get(`assets/${name}`)?.toString() ?? '';
}

describe('the scripts of the distribution', () => {
  test('are the known ones', () => {
    expect(isKnownTasklist(files.get('index.html')?.toString() ?? '')).toBe(true);
  });

  test.each([...CHINESE_SCRIPTS])('%s is as known: every piece is found', (name) => {
    expect(chineseScript(name, script(name))).toBeDefined();
  });

  test('hold the words that ours translate, with the same places to fill', () => {
    const main = script(MAIN_SCRIPT);
    const table = /en:\{language:"English",dateLocale:\w+,translationFile:(\w+)\}/.exec(main)?.[1];
    const english = englishWords(main, table ?? '');
    const holes = (text: string) => (text.match(/\{\{\w+\}\}|<\/?\d+>/g) ?? []).sort();
    const shape = (table: object) =>
      Object.entries(table).map(([key, text]) => [key, holes(String(text))]);
    expect(shape(words)).toEqual(shape(english));
    expect(Object.keys(english)).toHaveLength(332);
  });
});

describe('what a person sees', () => {
  beforeEach(async () => {
    fake = await serveFakeTasklist(files, EVERY_FIELD);
    page = await open('en-US');
  });
  afterEach(async () => {
    await page.context().close();
    await fake.close();
  });

  async function open(locale: string, language?: string): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 1000 },
      locale,
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(20_000);
    if (language) {
      await context.addInitScript((chosen) => localStorage.setItem('language', chosen), language);
    }
    return context.newPage();
  }

  async function english(): Promise<string[]> {
    return visibleEnglish(page, NAMES);
  }

  async function openTask(id: string): Promise<void> {
    await page.goto(`${fake.address}/${id}`);
    await page.getByLabel('名称', { exact: false }).first().waitFor();
  }

  function button(name: string) {
    return page.getByRole('button', { name, exact: true });
  }

  test('Chinese by itself, and the language of the page says so', async () => {
    await page.goto(fake.address);
    await page.getByText('欢迎办理待办事项').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await english()).toEqual([]);
  });

  test.each([
    ['a choice in the menu', 'fr', 'Tâches'],
    ['a language that was never chosen', 'en-US', '待办'],
  ])('%s (%s): %s', async (_what, kept, tasks) => {
    await page.context().close();
    page = await open('en-US', kept);
    await page.goto(fake.address);
    await page.getByRole('banner').getByText(tasks, { exact: true }).waitFor();
    expect(await page.evaluate(() => localStorage.language)).toBe(kept === 'fr' ? 'fr' : 'zh-CN');
  });

  test('the menus of the frame', async () => {
    await page.goto(fake.address);
    await button('了解更多').click();
    await page.getByText('条款与条件').waitFor();
    const found = await english();
    await button('打开帮助').click();
    await page.getByText('社区论坛').waitFor();
    found.push(...(await english()));
    await button('打开设置').click();
    await page.locator('#language-dropdown').click();
    await page.getByText('保留所有权利').waitFor();
    expect([...found, ...(await english())]).toEqual([]);
  });

  test('the list: lengths of time, days, states, sorting, nothing there', async () => {
    await page.goto(fake.address);
    await page.getByText('3月5日 09:02').first().waitFor();
    const found = await english();
    await button('排序').click();
    found.push(...(await english()));
    await page.keyboard.press('Escape');
    await page.goto(`${fake.address}?filter=completed`);
    await page.getByText('没有待办').waitFor();
    expect([...found, ...(await english())]).toEqual([]);
  });

  test('filters, with the calendar, and what is said when one has no name', async () => {
    await page.goto(fake.address);
    await button('展开筛选').click();
    await button('新建筛选').click();
    await page.getByText('指定人员和单位').click();
    const found = await english();
    await page.locator('#toggle-advanced-filters, .cds--toggle__appearance').last().click();
    await button('添加数据').click();
    // The first click only puts the cursor there, in English too.
    await page.getByPlaceholder('年/月/日').first().click({ clickCount: 2, delay: 100 });
    await page.locator('.flatpickr-calendar.open').waitFor();
    found.push(...(await english()));
    await page.getByRole('heading', { name: '筛选待办' }).click();
    await button('保存').click();
    await page.getByRole('button', { name: '保存并应用' }).click();
    await picture(page, 'tasklist-filter');
    expect([...found, ...(await english())]).toEqual([]);
  });

  test('a task: claiming, giving back, its diagram, completing', async () => {
    await openTask('2');
    const found = await english();
    await page.getByLabel('待办详情').getByText('2026年3月5日 09:02').waitFor();
    await button('认领').click();
    await button('退回认领').waitFor();
    found.push(...(await english()));
    await page.getByRole('link', { name: '流程图' }).or(button('显示所在的流程图')).first().click();
    await page.locator('.djs-container').waitFor();
    found.push(...(await english()));
    await page.goBack();
    await page.getByLabel('名称', { exact: false }).first().fill('甲');
    await button('提交').click();
    await page.getByText('已提交').first().waitFor();
    found.push(...(await english()));
    await page.goto(`${fake.address}?filter=completed`);
    await page.locator('article', { hasText: '初步审核' }).click();
    await page.getByText('办结人：').waitFor();
    expect([...found, ...(await english())]).toEqual([]);
  });

  test('everything a form says', async () => {
    await openTask('1');
    const found = await english();
    const entered = {
      文号: 'a',
      简称: 'a',
      代码: '甲乙丙',
      邮箱: 'a',
      电话: 'a',
      下限: '1',
      上限: '11',
      整数: '1.5',
      小数: '1.555',
      间隔: '3',
    };
    for (const [label, value] of Object.entries(entered)) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByLabel('日期', { exact: true }).fill('2026-11-27');
    await page.getByLabel('日期', { exact: true }).press('Enter');
    await expectValue('日期', '2026年11月27日');
    await page.getByLabel('会议日期').click();
    found.push(...(await english()));
    await page.locator('.flatpickr-calendar.open .flatpickr-day').first().click();
    for (const field of ['-类别', '-级别-display', '-标签']) {
      await page.locator(`[id^=fjs-form][id$="${field}"]`).click();
      found.push(...(await english()));
      await page.locator('.fjs-dropdownlist-item:visible').first().click();
    }
    await page.getByText('名称', { exact: true }).last().click();
    await button('提交').click();
    await page.getByText('此项为必填项。').waitFor();
    await page.setViewportSize({ width: 1280, height: 4000 });
    await picture(page, 'tasklist-form');
    expect([...found, ...(await english())]).toEqual([]);
  });

  async function expectValue(label: string, value: string): Promise<void> {
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value);
  }

  test.each([
    ['Task is not assigned', '这项待办尚未认领'],
    ['Task is not assigned to you', '这项待办已由他人认领'],
    ['Anything else', '系统暂时没有回应'],
    ['您不是本步骤的经办人', '您不是本步骤的经办人'],
  ])('a completion that is refused: %s', async (reason, told) => {
    await openTask('1');
    fake.refusal = reason;
    await page.getByLabel('名称', { exact: false }).first().fill('甲');
    await button('提交').click();
    await page.getByText(told).waitFor();
    expect(await english()).toEqual([]);
  });

  test.each([
    ['Task is already assigned', '这项待办已由他人认领'],
    ['Anything else', '系统暂时没有回应'],
    ['您不属于承办单位', '您不属于承办单位'],
  ])('a claim that is refused: %s', async (reason, told) => {
    await openTask('2');
    fake.refusal = reason;
    await button('认领').click();
    await page.getByText(told).waitFor();
    expect(await english()).toEqual([]);
  });

  test('processes: the first visit, searching, starting one with its form, nothing found', async () => {
    await page.goto(`${fake.address}/processes`);
    await button('继续').waitFor();
    const found = await english();
    await button('继续').click();
    await page.locator('#process-filters').click();
    found.push(...(await english()));
    await page.keyboard.press('Escape');
    await button('发起流程').first().click();
    await page.getByLabel('名称', { exact: false }).first().fill('甲');
    found.push(...(await english()));
    await button('发起流程').last().click();
    await page.getByText('流程已发起').first().waitFor();
    found.push(...(await english()));
    fake.processes = [];
    await page.goto(`${fake.address}/processes`);
    await page.getByText('还没有已发布的流程').waitFor();
    found.push(...(await english()));
    await page.goto(`${fake.address}/processes?search=x`);
    await page.getByText('没有找到该名称的流程').waitFor();
    expect([...found, ...(await english())]).toEqual([]);
  });

  test.each([
    ['Anything else', '表单未能提交，请稍后再试。'],
    ['只能为本单位申报', '只能为本单位申报'],
  ])('a start that is refused: %s', async (reason, told) => {
    await page.goto(`${fake.address}/processes`);
    await button('继续').click();
    await button('发起流程').first().click();
    await page.getByLabel('名称', { exact: false }).first().fill('甲');
    fake.refusal = reason;
    await button('发起流程').last().click();
    await page.getByText(told).waitFor();
    expect(await english()).toEqual([]);
  });

  test('nothing can be reached, and the network is gone', async () => {
    fake.reachable = false;
    await page.goto(`${fake.address}/processes`);
    await page.getByText('未能取得流程列表').first().waitFor();
    const found = await english();
    await page.context().setOffline(true);
    await page.getByText('网络连接已断开').waitFor();
    expect([...found, ...(await english())]).toEqual([]);
  });
});
