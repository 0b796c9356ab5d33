import { expect, test } from '@jest/globals';
import { readProjectId } from '../../law/project-id.ts';

test.each([
  'JJSZ-2031-0001',
  ' jjsz-2031-0001\n',
  'JJSZ - 2031 - 0001',
  'ｊｊｓｚ－２０３１－０００１',
  'JJSZ—2031–0001',
  '\u200bJJSZ-2031-0001\u3000',
])('%p is read as people mean it', (typed) => {
  expect(readProjectId(typed)).toBe('JJSZ-2031-0001');
});

test.each([undefined, null, 5, {}, '', '  '])('%p is no id', (typed) => {
  expect(readProjectId(typed)).toBe('');
});
