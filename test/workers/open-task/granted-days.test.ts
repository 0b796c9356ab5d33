import { expect, test } from '@jest/globals';
import type { HistoryLine } from '../../../records/index.ts';
import { grantedDays } from '../../../workers/open-task/granted-days.ts';

const line = (some: Partial<HistoryLine> = {}): HistoryLine => ({
  ...{ step: '审批延期申请', body: '市数据管理部门', signer: 'shuju.zhang', onBehalfOf: null },
  ...{ signerName: null, onBehalfOfName: null },
  ...{ outcome: 'approve', opinion: '同意', ground: null, entered: { grantedDays: 10 } },
  ...{ decidesExtension: true, date: '2026-03-10' },
  ...some,
});

test('nothing was granted at first', () => {
  expect(grantedDays([])).toBe(0);
});

test('grants are added up: approvals of steps that decide on one, nothing else', () => {
  expect(grantedDays([line(), line({ entered: { grantedDays: 5 } })])).toBe(15);
  expect(grantedDays([line({ outcome: 'reject' }), line({ decidesExtension: false })])).toBe(0);
});

test.each([{}, { grantedDays: null }, { grantedDays: '10' }, { grantedDays: 1.5 }])(
  'no days were granted by %j',
  (entered) => {
    expect(grantedDays([line({ entered }), line()])).toBe(10);
  },
);
