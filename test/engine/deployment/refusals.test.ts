import { describe, expect, test } from '@jest/globals';
import {
  isAway,
  migrationFailureInWords,
  neverHeard,
  refusalInWords,
} from '../../../engine/deployment/refusals.ts';

const grpc = (code: number, message: string) => Object.assign(new Error(message), { code });

describe('a refusal', () => {
  test.each([
    [
      "`a/a.bpmn`: - Element: Task_A > extensionElements > ioMapping > input\n    - ERROR: failed to parse expression 'x +': Expected",
      '流程引擎没有接受模型（a/a.bpmn 的 Task_A）：表达式“x +”写法有误，请改正，然后重新提交。',
    ],
    [
      "'a/a.bpmn': - Element: Gateway_B\n - ERROR: Must have a condition or be default flow",
      '流程引擎没有接受模型（a/a.bpmn 的 Gateway_B）：分支没有条件，请填写条件或者设为默认分支，然后重新提交。',
    ],
    [
      "Duplicated process id in resources 'a/a.bpmn' and 'b/b.bpmn'",
      '流程引擎没有接受模型（a/a.bpmn）：a/a.bpmn 与 b/b.bpmn 的流程编号相同，请改掉其中一个，然后重新提交。',
    ],
    [
      'Processes are not allowed to contain a straight-through processing loop: A > B > A',
      '流程引擎没有接受模型：流程会不停地空转（A > B > A），请在其中加入人工或等待环节，然后重新提交。',
    ],
    [
      'something never met',
      '流程引擎没有接受模型：请按详细信息改正，或联系技术人员，然后重新提交。',
    ],
  ])('%s', (message, expected) => {
    expect(refusalInWords(message)).toBe(expected);
  });
});

describe('a migration that failed', () => {
  test.each([
    [
      grpc(
        9,
        "active element with id 'End_A' has an unsupported type. The migration of a END_EVENT",
      ),
      '正停在 End_A（END_EVENT），引擎不支持从这类环节迁移，请等它走到下一环节再迁移。',
    ],
    [
      grpc(9, 'a concurrent command was executed on the process instance'),
      '刚好有人在办理，请稍后重试。',
    ],
    [grpc(14, 'UNAVAILABLE'), '流程引擎暂时没有应答，请稍后重新检查并重试。'],
    [grpc(5, 'gone'), '项目已办结或已不在引擎中，不必迁移。'],
    [new Error('odd'), '引擎没有迁移，请把下面的话告诉技术人员：odd'],
  ])('%s', (error, expected) => {
    expect(migrationFailureInWords(error)).toBe(expected);
  });
});

test.each([
  [grpc(14, '14 UNAVAILABLE: No connection established'), true, true],
  [grpc(14, '14 UNAVAILABLE: Connection dropped'), true, false],
  [grpc(8, 'RESOURCE_EXHAUSTED'), true, true],
  [grpc(16, 'UNAUTHENTICATED'), false, true],
  [grpc(4, 'DEADLINE_EXCEEDED'), true, false],
  [grpc(3, 'INVALID_ARGUMENT'), false, false],
  [new Error('x'), false, false],
])('%s is away: %s, and never heard it: %s', (error, away, unheard) => {
  expect([isAway(error), neverHeard(error)]).toEqual([away, unheard]);
});
