import { diagramCases } from '../cases.ts';

diagramCases('no-generated-ids', {
  valid: [],
  generated: [
    ['Activity_0abc123', '改成有含义的名称'],
    ['Flow_1x2y3z4', '改成有含义的名称'],
  ],
  'generated-definition': [['TimerEventDefinition_0k2j4h1', '改成有含义的名称']],
  'flow-without-outcome': [['Flow_Review', 'Flow_<从哪来>_<什么结果>']],
  'wrong-prefix': [['Task_Decide', '编号请写作 Gateway_<名称>']],
  'percent-in-name': [['Task_Review', '不能有 % 号']],
  'percent-in-job-type': [['Task_Pay', '不能有 % 号']],
  'percent-in-listener': [['Task_Review', '不能有 % 号']],
});
