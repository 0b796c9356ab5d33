import { describe, expect, test } from '@jest/globals';
import { notSplit } from '../../../../law/application/checks/splitting.ts';
import { findings } from './facts.ts';

const openProjects = [
  { projectId: 'JJSZ-2026-0001', projectName: '智慧校园综合管理平台（一期）项目' },
  { projectId: 'JJSZ-2026-0002', projectName: '学位预测分析系统' },
];
const second = { projectName: '智慧校园综合管理平台二期项目' };

describe('notSplit (Art. 11)', () => {
  test('suspects a second phase while the first is open', () => {
    expect(findings(notSplit, second, { openProjects })).toEqual([
      { path: 'separateProjectReason', message: expect.stringMatching(/JJSZ-2026-0001.*涉嫌拆分/) },
    ]);
  });

  test('turns into a hint for the reviewer when the applicant says why', () => {
    const changes = { ...second, separateProjectReason: '服务对象不同' };
    expect(findings(notSplit, changes, { openProjects })).toEqual([
      {
        path: 'separateProjectReason',
        message: expect.stringMatching(/JJSZ-2026-0001.*服务对象不同/),
        waived: true,
      },
    ]);
    const blank = { ...second, separateProjectReason: '  ' };
    expect(findings(notSplit, blank, { openProjects })[0]).not.toHaveProperty('waived');
  });

  test('suspects nothing among different projects, nor without a name', () => {
    expect(findings(notSplit, { projectName: '食堂明厨亮灶监管平台' }, { openProjects })).toEqual(
      [],
    );
    expect(findings(notSplit, { projectName: '' }, { openProjects })).toEqual([]);
  });
});
