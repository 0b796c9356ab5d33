import { diagramCases } from '../cases.ts';

diagramCases('void-loop', {
  'valid-default': [],
  'valid-condition': [],
  'valid-default-drawn-first': [],
  'valid-anything-but-void': [],
  'valid-extension': [],
  'void-asks-for-time': [['Gateway_Prepare', '现由 Flow_Prepare_Extend 通向 Call_ExtendPrepare']],
  'default-approves': [
    ['Gateway_Review', '应当回到 Task_Review 重新办理，现由 Flow_Review_Other 通向 End_Approved'],
  ],
  'leads-to-another-task': [['Gateway_Review', '现由 Flow_Review_Void 通向 Task_Revise']],
  'void-taken-by-other-way': [['Gateway_Review', '现由 Flow_Review_Approve 通向 End_Approved']],
  'no-way-out': [['Gateway_Review', '现在没有可走的出口']],
  'reads-other-variable': [
    ['Flow_Review_Approve', '只能读取 result_Task_Review，不能读取 outcome'],
  ],
  'no-gateway': [['Task_Review', '通向判断结论的排他网关']],
  'two-flows': [['Task_Review', '只有一条顺序流']],
});
