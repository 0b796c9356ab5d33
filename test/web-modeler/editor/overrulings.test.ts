import { describe, expect, test } from '@jest/globals';
import { overrulingOf, withDocuments } from '../../../web-modeler/editor/lint/overrulings.ts';

const finding = {
  file: 'stage-design/stage-design.bpmn',
  rule: 'regulation-table',
  severity: 'error' as const,
  id: 'Task_PrepareDesign',
  message: '时限不一致：模型为 20 个工作日，对照表为 30 个工作日。',
};
const overruling = {
  id: '00000000-0000-4000-8000-000000000000',
  path: finding.file,
  rule: finding.rule,
  elementId: finding.id,
  message: finding.message,
  document: '九数办〔2026〕12号',
  by: { id: 'dev', name: '测试' },
  at: '2026-10-01T00:00:00Z',
};

describe('findings a document may overrule', () => {
  test('an overruled one carries its document', () => {
    expect(withDocuments([finding], [overruling])).toEqual([
      { ...finding, document: overruling.document },
    ]);
  });

  test('another sentence, another element, another file are other findings', () => {
    const others = [
      { ...finding, message: '条文不一致。' },
      { ...finding, id: 'Task_Other' },
      { ...finding, file: 'stage-budget/stage-budget.bpmn' },
    ];
    for (const other of others) expect(overrulingOf(other, [overruling])).toBeUndefined();
  });

  test('one about the whole file is overruled without an element', () => {
    const { id: _, ...whole } = finding;
    expect(overrulingOf(whole, [{ ...overruling, elementId: null }])?.id).toBe(overruling.id);
  });
});
