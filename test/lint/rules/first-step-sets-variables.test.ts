import { diagramCases } from '../cases.ts';

diagramCases('first-step-sets-variables', {
  valid: [],
  'valid-local': [],
  'valid-statutory': [],
  'valid-mapped-for-a-called-process': [],
  'valid-called-gets-nothing': [],
  'nothing-set-for-a-task': [
    [
      'Task_First',
      '还缺：application、approver、clock_Task_Next、proceedingId、projectId、result_Task_Next。',
    ],
  ],
  'in-a-timer': [['Task_First', '还缺：startsOn。']],
  'in-a-collection': [['Task_First', '还缺：factor、vendors。']],
  'in-a-correlation-key': [['Task_First', '还缺：withdrawalKey。']],
  'of-a-job': [['Task_First', '还缺：delayReferral。']],
  'no-first-step': [['Start_Review', '开始事件之后应当先是一个服务任务']],
  'for-a-called-process': [['Task_First', '还缺：approver。']],
});
