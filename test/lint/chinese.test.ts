import { describe, expect, test } from '@jest/globals';
import { inChinese } from '../../lint/chinese.ts';

describe('inChinese', () => {
  test.each([
    ['Element is missing label/name', '请填写名称。'],
    ['Process is missing end event', '缺少结束事件，请补上。'],
    ['Property <source> is not a valid FEEL expression', 'source 的表达式写法有误，请检查。'],
    [
      'Element of type <bpmn:ServiceTask> must have one extension element of type <zeebe:TaskDefinition>',
      '缺少扩展设置 <zeebe:TaskDefinition>，请补上。',
    ],
    [
      'Element of type <bpmn:ScriptTask> must have one extension element of type <zeebe:Script> or <zeebe:TaskDefinition>',
      '缺少扩展设置 <zeebe:Script> 或者 <zeebe:TaskDefinition>，请补上。',
    ],
    [
      'Element of type <bpmn:ComplexGateway> not allowed',
      '引擎不支持 bpmn:ComplexGateway，请改用其他环节。',
    ],
    ['Link event is missing link name', '请填写链接的名称。'],
    [
      'An <Event-based Gateway> must have at least 2 outgoing <Sequence Flows>',
      '至少要有两条流出的连线，请补上。',
    ],
    [
      'Loop detected: Task_A -> Task_B',
      '流程成了没有等待的死循环：Task_A -> Task_B，请加入人工或等待环节。',
    ],
  ])('%s', (english, chinese) => {
    expect(inChinese(english)).toBe(chinese);
  });

  test('a message not met before is kept', () => {
    expect(inChinese('Something new')).toBe('不符合通用建模规则，请检查：Something new');
  });
});
