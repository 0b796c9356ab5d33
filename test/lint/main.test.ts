import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Finding } from '../../lint/finding.ts';

// The project's own models, each with one slip of the kind administrators make.
const SLIPS: [file: string, from: string, to: string][] = [
  ['stage-technical-review/stage-technical-review.bpmn', '"=15"', '"=10"'],
  ['stage-budget/stage-budget.bpmn', 'formId="approve-budget"', 'formId="aprove-budget"'],
  ['project-application/over-limit.dmn', '&gt;= 1000', '&gt;= 1100'],
  ['project-application/project-application.bpmn', '=["市委保密机要局"]', '=["市体育局"]'],
  ['project-application/refusal-grounds.dmn', 'id="Rule_RefusalGrounds_item1"', 'id="50%"'],
  ['provincial-filing/provincial-filing.bpmn', 'type="close-task"', 'type="close-tasks"'],
  ['provincial-filing/provincial-filing.bpmn', '="第二十三条"', '="第二十三条" +'],
  [
    'stage-technical-review/stage-technical-review.bpmn',
    '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=result_Task_TechnicalReview.outcome = "reject"</bpmn:conditionExpression>',
    '',
  ],
  ['provincial-filing/record-filing.form', '{', ''],
  ['approval-small/approval-small.bpmn', 'targetRef="Gateway_AllDone"', 'targetRef="Gateway_None"'],
];

const folder = mkdtempSync(join(tmpdir(), 'lint-'));
let run: { code: number | null; findings: Finding[] };

beforeAll(async () => {
  cpSync('bpmn', folder, { recursive: true });
  for (const [file, from, to] of SLIPS) {
    const path = join(folder, file);
    const source = readFileSync(path, 'utf8');
    if (!source.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, source.replace(from, to));
  }
  run = await lint('--models', folder, '--json');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as people do; bpmnlint does not load inside Jest. */
function lint(...options: string[]): Promise<typeof run> {
  const command = ['--import', 'tsx', 'lint/main.ts', ...options];
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, command, { maxBuffer: 1e8 }, (_, stdout, stderr) => {
      try {
        resolve({ code: child.exitCode, findings: JSON.parse(stdout) });
      } catch {
        reject(new Error(stderr));
      }
    });
  });
}

function told(file: string, rule: string): string[] {
  return run.findings
    .filter((finding) => finding.file.endsWith(file) && finding.rule === rule)
    .map(({ id, message }) => `${id} ${message}`);
}

describe('the lint command', () => {
  test('fails', () => {
    expect(run.code).toBe(1);
  });

  test('a limit that is not the regulation’s is told with both values', () => {
    expect(told('stage-technical-review.bpmn', 'regulation-table')).toEqual([
      'Task_TechnicalReview 时限不一致：模型为 10 个工作日，对照表为 15 个工作日。',
    ]);
  });

  test('a typo in a form id is told where it is, and the form nobody uses', () => {
    expect(told('stage-budget.bpmn', 'references-exist')).toEqual([
      'Task_ApproveBudget 找不到表单“aprove-budget”，请核对编号。',
    ]);
    expect(told('approve-budget.form', 'form-identity')).toEqual([
      'approve-budget 没有环节使用这个表单，请关联到环节或者删除。',
    ]);
  });

  test('a threshold that is not the regulation’s is told with both values', () => {
    expect(told('over-limit.dmn', 'regulation-thresholds')).toContain(
      'over-limit investment 的分界值不一致：决策表为 500、1000、1100，对照表为 500、1000。',
    );
  });

  test('a body that nobody is is told where it is named', () => {
    expect(told('project-application.bpmn', 'bodies-exist')).toEqual([
      expect.stringMatching(/^End_Classified 输入参数 to：组织机构中没有“市体育局”/),
    ]);
  });

  test('an id the reader refuses is told', () => {
    expect(told('refusal-grounds.dmn', 'readable-file')).toContainEqual(
      expect.stringContaining('50%'),
    );
  });

  test('a listener no worker knows is told', () => {
    expect(told('provincial-filing.bpmn', 'references-exist')).toContain(
      'Task_RecordFiling 没有处理作业类型“close-tasks”的程序，请核对写法。',
    );
  });

  test('a file that cannot be read is told, and the rest is linted all the same', () => {
    expect(told('record-filing.form', 'readable-file')).toEqual([
      expect.stringContaining('文件无法读取'),
    ]);
  });

  test('a reference to nothing is told, and a rule that crashes over it', () => {
    expect(told('approval-small.bpmn', 'readable-file')).toEqual([
      expect.stringContaining('Gateway_None'),
    ]);
    expect(told('approval-small.bpmn', 'camunda-compat/no-loop')).toEqual([
      expect.stringContaining('检查规则自身出错'),
    ]);
  });

  test('the recommended rules are in force and speak Chinese', () => {
    expect(told('stage-technical-review.bpmn', 'conditional-flows')).toEqual([
      'Flow_TechnicalReview_Reject 请为分支填写条件，或者设为默认分支。',
    ]);
  });

  test('the rules of the engines are in force, speak Chinese, and tell once what both say', () => {
    expect(told('provincial-filing.bpmn', 'camunda-compat/feel')).toEqual([
      'Task_RecordFiling source 的表达式写法有误，请检查。',
    ]);
  });
});
