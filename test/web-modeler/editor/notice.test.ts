import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { readFolder } from '../../../models/folder.ts';
import { fill } from '../../../web-modeler/editor/notice/fill.ts';
import { namesFor, unknownNames } from '../../../web-modeler/editor/notice/names.ts';

const { files } = await readFolder('bpmn', 'workers');
const names = namesFor(files);

describe('a notice as it will be mailed', () => {
  test('the first line is the subject, the rest the text, nothing is escaped', () => {
    const mail = fill('主题: 通知：{{name}}\n\n<{{name}}>\n', { name: '甲&乙' });
    expect(mail).toEqual({ subject: '通知：甲&乙', text: '<甲&乙>' });
  });

  test.each([
    ['{{#rejections}}', '{{#rejections}} 没有结束，请在后面写上 {{/rejections}}。'],
    ['{{/rejections}}', '{{/rejections}} 前面没有 {{#rejections}}，请补上或者删去。'],
    ['{{name', '有一处 {{ 没有写 }}，请补上。'],
  ])('%s is told', (text, problem) => {
    expect(fill(`主题: 通知\n${text}`, {}).problem).toBe(problem);
  });
});

describe('what a notice may name', () => {
  test('fields of the application by their labels, results of steps by the step', () => {
    expect(names).toContainEqual({ name: 'application.projectName', info: '项目名称' });
    expect(names).toContainEqual({
      name: 'result_Task_TechnicalReview.opinion',
      info: '技术评审：意见',
    });
  });

  test('a field or a step that no project has is told once', () => {
    const text = '{{application.nmae}}{{application.nmae}}{{result_Task_Nobody.opinion}}{{person}}';
    expect(unknownNames(text, names)).toEqual(['application.nmae', 'result_Task_Nobody.opinion']);
  });

  test.each([
    'project-application/notices/approvals-sent',
    'project-application/notices/county-approved',
    'common/notices/reminder-red',
    'application-withdrawal/notices/withdrawal-too-late',
  ])('the shipped %s names nothing unknown', async (path) => {
    expect(unknownNames(await readFile(`bpmn/${path}.txt`, 'utf8'), names)).toEqual([]);
  });
});
