import { diagramCases } from '../cases.ts';

diagramCases('chinese-labels', {
  valid: [],
  'valid-parallel': [],
  'english-name': [['Task_Review', '请填写中文名称']],
  'no-name': [['Task_Review', '请填写中文名称']],
  'process-unnamed': [['stage-review', '请填写中文名称']],
  'gateway-no-question': [['Gateway_Review', '应当是问句，以“？”结尾，现为“评审结论”']],
  'flow-unnamed': [['Flow_Review_Approve', '出口填写中文名称']],
  'default-flow-unnamed': [['Flow_Review_Void', '出口填写中文名称']],
});
