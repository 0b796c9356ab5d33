import { diagramCases } from '../cases.ts';

diagramCases('results-known', {
  valid: [],
  'valid-stamp': [],
  'valid-script': [],
  'field-unknown': [['Task_Route', 'result_Task_Prepare 没有 total 这一项']],
  'field-unknown-in-condition': [['Flow_Prepare_High', 'result_Task_Prepare 没有 sum 这一项']],
  'field-unknown-in-script': [['Task_Sum', 'result_Task_Prepare 没有 amont 这一项']],
  'task-unknown': [['Task_Route', '没有用户任务给出 result_Task_Prepar']],
});
