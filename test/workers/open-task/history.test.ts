import { describe, expect, test } from '@jest/globals';
import type { HistoryLine } from '../../../records/index.ts';
import { historyForForm } from '../../../workers/open-task/history.ts';
import { directory } from '../support/builders.ts';

const line = (some: Partial<HistoryLine> = {}): HistoryLine => ({
  step: '技术评审',
  body: '市数据管理部门',
  signer: 'data.zhang',
  signerName: null,
  onBehalfOf: null,
  onBehalfOfName: null,
  outcome: 'approve',
  opinion: '同意',
  ground: null,
  entered: {},
  decidesExtension: false,
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

test('a name that was kept is shown, whoever has the login name today or has left', () => {
  expect(shown({ signerName: '旧日同事' })?.signer).toBe('旧日同事');
  const gone = { signer: 'left.one', signerName: '甲', onBehalfOf: 'left.two' };
  expect(shown({ ...gone, onBehalfOfName: '乙' })?.signer).toBe('甲（代乙办理）');
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

describe('more time', () => {
  test('asked for is shown with its days and its document', () => {
    const entered = { extensionDays: 20, extensionDocument: '九教函〔2031〕5号' };
    expect(shown({ outcome: 'extend', entered })?.outcome).toBe(
      '申请延期（20个工作日，九教函〔2031〕5号）',
    );
  });

  test('granted or refused does not read as a decision on the project', () => {
    const decides = { decidesExtension: true, entered: { grantedDays: 15 } };
    expect(shown({ ...decides, outcome: 'approve' })?.outcome).toBe('同意延期（15个工作日）');
    expect(shown({ ...decides, outcome: 'reject' })?.outcome).toBe('不同意延期');
    expect(shown({ outcome: 'approve', entered: { grantedDays: 15 } })?.outcome).toBe('同意');
  });
});

describe('a joint review that is held again', () => {
  const opinion = (body: string, outcome = 'support') => line({ step: '联合会审', body, outcome });
  const back = (entered: Record<string, unknown>) =>
    line({
      step: '形成联合会审意见',
      body: '市数字政府领导小组办公室',
      outcome: 'return',
      entered,
    });
  const outcomes = (...lines: HistoryLine[]) =>
    historyForForm(lines, directory).map(({ outcome }) => outcome);

  test('with all bodies sets every opinion aside', () => {
    const all = back({ askAgain: 'all', concernedBodies: null });
    expect(outcomes(opinion('市财政局'), opinion('市发改委', 'object'), all)).toEqual([
      '支持（已作废）',
      '反对（已作废）',
      '退回',
    ]);
  });

  test('with some bodies sets theirs aside alone', () => {
    const some = back({ askAgain: 'concerned', concernedBodies: ['市发改委'] });
    expect(outcomes(opinion('市财政局'), opinion('市发改委', 'object'), some)).toEqual([
      '支持',
      '反对（已作废）',
      '退回',
    ]);
  });

  test('leaves the new opinions standing, also where the hand-back does not say who is asked', () => {
    expect(
      outcomes(opinion('市财政局', 'object'), opinion('市发改委'), back({}), opinion('市财政局')),
    ).toEqual(['反对（已作废）', '支持', '退回', '支持']);
  });

  test('keeps opinions given after the hand-back', () => {
    expect(outcomes(back({ askAgain: 'all' }), opinion('市财政局'))).toEqual(['退回', '支持']);
  });

  test('leaves what is no opinion alone', () => {
    expect(outcomes(line({ outcome: 'approve' }), back({ askAgain: 'all' }))).toEqual([
      '同意',
      '退回',
    ]);
  });
});
