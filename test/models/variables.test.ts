import { expect, test } from '@jest/globals';
import { readForm } from '../../models/form.ts';
import { readByNotice } from '../../models/notices.ts';
import { readByForm } from '../../models/shown.ts';

// What diagrams read is the business of test/lint/rules/first-step-sets-variables.test.ts.

test('a notice reads what stands outside of its sections, and paths inside of them', () => {
  const template = [
    '主题: {{application.projectName}}（{{projectId}}）',
    '{{#refusalGrounds}}{{article}}：{{ground}} {{result_Task_A.opinion}}{{/refusalGrounds}}',
    '{{^withdrawal.reason}}未说明{{/withdrawal.reason}}',
  ].join('\n');
  expect(readByNotice(template).sort()).toEqual([
    ...['application', 'projectId', 'refusalGrounds', 'result_Task_A', 'withdrawal'],
  ]);
});

test('a form reads what it shows, what its fields begin with and what its expressions name', () => {
  const components = [
    { type: 'textfield', key: 'plan' },
    { type: 'text', text: '{{shown.result_Task_A.opinion}} {{#if urgent}}急{{/if}}' },
    { type: 'text', text: '{{#loop shown.history}}{{step}}{{/loop}}' },
    { type: 'table', dataSource: '=shown.quotes', columns: [{ key: 'vendor', label: '厂商' }] },
    { type: 'group', components: [{ type: 'number', key: 'total', path: 'budget' }] },
    { type: 'textarea', key: 'why', conditional: { hide: '=overLimit = false' } },
  ];
  const form = readForm('f.form', JSON.stringify({ id: 'f', components }));
  expect(readByForm(form).sort()).toEqual([
    ...['budget', 'history', 'overLimit', 'plan', 'quotes', 'result_Task_A', 'urgent', 'why'],
  ]);
});
