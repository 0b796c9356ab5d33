import { describe, expect, test } from '@jest/globals';
import { report } from '../../lint/report.ts';

describe('report', () => {
  test('groups by file and counts', () => {
    const text = report([
      { file: 'a.bpmn', rule: 'void-loop', severity: 'error', id: 'Task_A', message: '请改。' },
      { file: 'b.form', rule: 'form-labels', severity: 'error', message: '请填。' },
      { file: 'a.bpmn', rule: 'tidy-layout', severity: 'warning', id: 'Flow_A', message: '请移。' },
    ]);
    expect(text).toBe(
      [
        'a.bpmn',
        '  错误  Task_A  请改。  [void-loop]',
        '  警告  Flow_A  请移。  [tidy-layout]',
        '',
        'b.form',
        '  错误  （整个文件）  请填。  [form-labels]',
        '',
        '模型检查：2 个错误，1 个警告。',
      ].join('\n'),
    );
  });

  test('says so when nothing was found', () => {
    expect(report([])).toBe('模型检查通过，没有发现问题。');
  });
});
