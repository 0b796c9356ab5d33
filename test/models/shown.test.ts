import { describe, expect, test } from '@jest/globals';
import { readForm } from '../../models/form.ts';
import { display, shownBy, tagsOf } from '../../models/shown.ts';

const formOf = (...components: object[]) =>
  readForm('review.form', JSON.stringify({ id: 'review', components }));
const text = (template: string) => ({ type: 'text', text: template });
const table = {
  type: 'table',
  dataSource: '=shown.application.materials',
  columns: [
    { label: '类别', key: 'kind' },
    { label: '名称', key: 'title' },
  ],
};

test('what a form shows is read from its texts and tables, each value once', () => {
  const form = formOf(
    text('**甲** {{shown.application.site}}，{{=shown.projectId}}'),
    text('{{if shown.projectId = "" then "—" else shown.projectId}} {{clock.text}}'),
    text('{{#loop shown.opinions}}{{body}}：{{opinion}}{{/loop}}{{body}}'),
    text('{{#if shown.hidden}}{{shown.site}}{{/if}}'),
    table,
  );
  expect(shownBy(form)).toEqual([
    { path: 'application.site', acts: true },
    { path: 'projectId', acts: true },
    { path: 'opinions', acts: true, fields: ['body', 'opinion'] },
    { path: 'site', acts: true },
    { path: 'application.materials', acts: false, fields: ['kind', 'title'] },
  ]);
});

test('tags that only decide are no tags, and know the list whose rows they are in', () => {
  expect(tagsOf('{{#if a}}{{b}}{{/if}}{{#loop c}}{{ d }}{{/loop}}{{e}}')).toEqual([
    { text: 'b', list: undefined },
    { text: 'd', list: 'c' },
    { text: 'e', list: undefined },
  ]);
});

describe('display values', () => {
  const application = {
    site: '*九江*',
    investment: 9,
    materials: [{ kind: 'other', title: '*甲*', link: 'https://a.example' }],
  };
  const asked = new Map([
    ['result_Task_A.compiledBy', { words: { self: '自行编制' } }],
    ['days', { unit: '个工作日' }],
  ]);
  const shown = (...components: object[]) =>
    display(
      shownBy(formOf(...components)),
      { application, result_Task_A: { compiledBy: 'self', outcome: 'approve' }, days: 5 },
      asked,
    );

  test('are what the form shows and no more', () => {
    expect(shown(text('{{shown.application.site}}'), table)).toEqual({
      application: {
        site: '&#42;九江&#42;',
        // A table is no Markdown.
        materials: [{ kind: '其他材料（如主管部门意见）', title: '*甲*' }],
      },
    });
  });

  test('that a text shows act nowhere, though a table shows them too', () => {
    const loop = text('{{#loop shown.application.materials}}{{title}}{{/loop}}');
    expect(shown(loop, table)).toMatchObject({
      application: { materials: [{ title: '&#42;甲&#42;' }] },
    });
  });

  test('of results are in the words of the form that asked for them', () => {
    expect(
      shown(
        text('{{shown.result_Task_A.compiledBy}}{{shown.result_Task_A.outcome}}{{shown.days}}'),
        text('{{shown.result_Task_B.opinion}}'),
      ),
    ).toEqual({
      result_Task_A: { compiledBy: '自行编制', outcome: '同意' },
      days: '5 个工作日',
      result_Task_B: { opinion: '—' },
    });
  });

  test('are cut where somebody sent more than anybody may type', () => {
    const form = formOf(text('{{shown.opinion}}{{#loop shown.rows}}{{a}}{{/loop}}'));
    const rows = Array.from({ length: 200 }, () => ({ a: 1 }));
    const { opinion, rows: kept } = display(
      shownBy(form),
      { opinion: '长'.repeat(9000), rows },
      new Map(),
    );
    expect([...String(opinion)].length).toBe(5000);
    expect(kept).toHaveLength(60);
  });

  test('know no fields that every object has', () => {
    expect(shown(text('{{shown.constructor.name}}'))).toEqual({ constructor: { name: '—' } });
  });
});
