import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { asText } from '../../../law/display.ts';
import type { HistoryLine } from '../../../records/index.ts';
import { historyForForm } from '../../../workers/open-task/history.ts';
import { exampleApplication } from '../../law/application/example.ts';
import { directory } from '../../workers/support/builders.ts';
import { type FormPage, openFormPage } from './form-page.ts';
import { readForm } from './read-forms.ts';
import { shownTo } from './shown-to.ts';

// A browser start on a busy machine takes longer than Jest's five seconds.
jest.setTimeout(60_000);

let form: FormPage;
beforeAll(async () => {
  form = await openFormPage();
});
afterAll(() => form.close());

/** Texts that Markdown, HTML or form-js's templates would read as something else. */
const TEXTS = [
  '本级财政 80~90 万元，上级补助 60~70 万元',
  '~~划去~~ **加粗** __加粗__ *斜体* _斜体_ `代码`',
  '# 三、结论',
  '- 一项\n- 又一项',
  '+ 一项',
  '1. 第一\n2. 第二',
  '10) 第十',
  '> 引用',
  '=====',
  '------',
  '***',
  '第一段\n\n第二段\n    缩进的一行',
  '    四个空格开头',
  '多个  空格\t和制表',
  '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |',
  '![图](http://example.invalid/x.png)',
  '[链接](http://example.invalid)',
  'http://example.invalid/x 与 https://example.invalid、www.example.invalid',
  'someone@example.invalid',
  '<img src="http://example.invalid/x.png" onerror="window.hacked = 1">',
  '<script>window.hacked = 1</script>',
  '<http://example.invalid>',
  '&lt;b&gt; &amp; &#65; &copy;',
  '反斜杠 \\* \\\\ 结尾 \\',
  '{{projectId}} {{#if true}}是{{/if}}',
  '[甲]: http://example.invalid "乙"',
  '```\n围栏\n```',
  '甲_乙_丙*丁*戊',
  '（一）“引号” 《书名》〔2026〕5号',
];

const variables = { projectId: 'JJSZ-2026-0001', application: exampleApplication(), history: [] };
/** What a person reads there, spaces as they stand. */
const read = async (text: string, value: string) => {
  const asked: string[] = [];
  const hear = (request: { url(): string }) => asked.push(request.url());
  form.page.on('request', hear);
  const schema = { type: 'default', schemaVersion: 16, components: [{ type: 'text', text }] };
  await form.show(schema, { shown: { value: asText(value), rows: [{ value: asText(value) }] } });
  form.page.off('request', hear);
  const main = form.page.locator('.fjs-form-field-text');
  return {
    text: (await main.innerText()).replaceAll('\u00a0', ' ').trim(),
    markup: await main.locator('*:not(p):not(br):not(strong)').count(),
    strong: await main.locator('strong').count(),
    asked,
  };
};

/** The text as it was typed; blank ends are not seen, and a tab is as wide as four spaces. */
const typed = (value: string) => value.trim().replaceAll('\t', '    ');

test.each(TEXTS)('reads as it was typed behind a title: %s', async (value) => {
  expect(await read('**说明** {{shown.value}}', value)).toEqual({
    ...{ text: `说明 ${typed(value)}`, markup: 0, strong: 1, asked: [] },
  });
});

test.each(TEXTS)('reads as it was typed where a line begins: %s', async (value) => {
  const shown = await read('{{#loop shown.rows}}\n{{value}}\n\n{{/loop}}', value);
  expect(shown).toEqual({ text: typed(value), markup: 0, strong: 0, asked: [] });
});

describe('in the forms themselves', () => {
  test.each([
    ['fundingPlan', TEXTS[0]],
    ['necessity', TEXTS[2]],
    ['necessity', TEXTS[15]],
  ])("the applicant's %s stands as typed", async (field, value) => {
    const application = exampleApplication({ [field]: value });
    await form.show(
      readForm('technical-review').schema,
      shownTo('technical-review', { ...variables, application }),
    );
    expect(await form.page.locator('main').innerText()).toContain(value);
    expect(await form.page.locator('main img, main h1, main del').count()).toBe(0);
  });

  test('an earlier opinion keeps its lines', async () => {
    const line: HistoryLine = {
      ...{ step: '初步审核', body: '市发改委', signer: 'data.zhang', onBehalfOf: null },
      ...{ signerName: null, onBehalfOfName: null },
      ...{ outcome: 'reject', opinion: '一、*不*充分\n二、80~90 与 60~70', ground: null },
      ...{ entered: {}, decidesExtension: false, date: '2031-09-10' },
    };
    const history = historyForForm([line], directory);
    await form.show(
      readForm('technical-review').schema,
      shownTo('technical-review', { ...variables, history }),
    );
    expect(await form.page.locator('main').innerText()).toContain(
      '一、*不*充分\n二、80~90 与 60~70',
    );
  });

  test('a code nobody knows, and a field nobody filled in, are not taken for another', async () => {
    const application = exampleApplication({ kind: 'unknown', ownerType: undefined, site: ' ' });
    await form.show(
      readForm('technical-review').schema,
      shownTo('technical-review', { ...variables, application }),
    );
    const text = await form.page.locator('main').innerText();
    expect(text).toContain('项目类型 —，其他类别');
    expect(text).toContain('业主类型 未填写');
    expect(text).toContain('建设地点 未填写');
  });

  test('with nothing known nothing is stated', async () => {
    await form.show(readForm('approve-feasibility').schema, shownTo('approve-feasibility', {}));
    const text = await form.page.locator('main').innerText();
    expect(text).toContain('项目类型 —，—');
    expect(text).toContain('申报依据 —');
    expect(text).not.toMatch(/运维类|自行编制|储备库编号|通过评审|⚠/);
  });
});
