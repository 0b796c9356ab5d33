import { describe, expect, test } from '@jest/globals';
import { formReads } from '../../../lint/forms/form-reads.ts';
import { checkForm } from './check-form.ts';

const showing = (text: string) => [{ type: 'text', text }];

describe('form-reads', () => {
  test.each([
    ['valid', '意见 {{result_Task_Review.opinion}}', []],
    ['valid stamp', '签署 {{result_Task_Review.signer}}', []],
    ['no such field', '{{result_Task_Review.price}}', ['result_Task_Review 没有 price 这一项']],
    ['no such task', '{{result_Task_Revew.opinion}}', ['没有用户任务给出 result_Task_Revew']],
  ])('%s', (_, text, expected) => {
    expect(checkForm(formReads, showing(text))).toEqual(
      expected.map((message) => expect.stringContaining(message)),
    );
  });
});
