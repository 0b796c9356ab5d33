import { expect, test } from '@jest/globals';
import { retryArguments } from '../../../workers/retry/arguments.ts';

test('a key, everything, or help', () => {
  expect(retryArguments(['2251799813685249'])).toEqual({ key: '2251799813685249' });
  expect(retryArguments(['--all'])).toBe('all');
  expect(retryArguments(['--help'])).toBe('help');
  expect(retryArguments(['2251799813685249', '-h'])).toBe('help');
});

test.each([
  [[], '请填写流程实例编号'],
  [['1', '2'], '一次只能填写一个'],
  [['1', '--all'], '一次只能填写一个'],
  [['JJSZ-2031-0001'], '“JJSZ-2031-0001”不是编号'],
  [['--al'], '“--al”不是编号'],
  [['0'], '“0”不是编号'],
  [['-5'], '“-5”不是编号'],
  [['9'.repeat(20)], '不是编号'],
  [[''], '“”不是编号'],
])('%j is refused in Chinese', (args, message) => {
  expect(() => retryArguments(args)).toThrow(message);
});
