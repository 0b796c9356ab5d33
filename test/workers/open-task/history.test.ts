import { expect, test } from '@jest/globals';
import type { HistoryLine } from '../../../records/index.ts';
import { historyForForm } from '../../../workers/open-task/history.ts';
import { directory } from '../support/builders.ts';

const line = (some: Partial<HistoryLine> = {}): HistoryLine => ({
  step: '技术评审',
  body: '市数据管理部门',
  signer: 'data.zhang',
  onBehalfOf: null,
  outcome: 'approve',
  opinion: '同意',
  ground: null,
  date: '2031-09-10',
  ...some,
});
const shown = (some: Partial<HistoryLine>) => historyForForm([line(some)], directory)[0];

test('people and outcomes are shown by their Chinese names', () => {
  expect(shown({})).toEqual({
    step: '技术评审',
    body: '市数据管理部门',
    signer: '张慧敏',
    outcome: '同意',
    opinion: '同意',
    date: '2031-09-10',
  });
});

test('a substitute is shown with whom they stood in for', () => {
  expect(shown({ signer: 'finance.head', onBehalfOf: 'finance.wu' })?.signer).toBe(
    '胡国华（代吴思远办理）',
  );
});

test('a hand-back is shown with its ground', () => {
  expect(shown({ outcome: 'return', ground: '需求确认' })?.outcome).toBe('退回（需求确认）');
});

test('a void completion and a stranger are shown as they are', () => {
  expect(shown({ outcome: 'void', signer: 'nobody.known', opinion: null })).toMatchObject({
    outcome: '签署无效',
    signer: 'nobody.known',
    opinion: '',
  });
});
