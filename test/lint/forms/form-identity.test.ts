import { describe, expect, test } from '@jest/globals';
import { formIdentity } from '../../../lint/forms/form-identity.ts';
import { checkForm } from './check-form.ts';

describe('form-identity', () => {
  test.each([
    ['valid', {}, []],
    ['used to start a process', { userTasks: [], startForms: ['review'] }, []],
    ['file of another name', { file: 'bpmn/x/other.form' }, ['请把文件改名为 review.form']],
    ['two of one id', { forms: ['review', 'review'] }, ['表单编号重复']],
    ['other platform', { platform: 'Camunda Platform' }, ['设为 Camunda Cloud']],
    ['used by nobody', { userTasks: [] }, ['没有环节使用这个表单']],
  ])('%s', (_, models, expected) => {
    expect(checkForm(formIdentity, [], models)).toEqual(
      expected.map((message) => expect.stringContaining(message)),
    );
  });
});
