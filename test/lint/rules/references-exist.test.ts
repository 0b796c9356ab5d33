import { diagramCases } from '../cases.ts';

diagramCases('references-exist', {
  valid: [],
  'form-unknown': [['Task_Review', '找不到表单“reveiw”']],
  'form-missing': [['Task_Review', '请为用户任务关联表单']],
  'form-latest': [['Task_Review', '表单的绑定方式设为 deployment']],
  'process-unknown': [['Call_Budget', '找不到被调用的流程“stage-bugdet”']],
  'decision-unknown': [['Task_Route', '找不到决策表“route”']],
  'notice-unknown': [['Task_Send', '请在 bpmn/stage-review/notices/ 中补充 started.txt']],
  'notice-from-a-variable': [['Task_Send', '直接写明通知模板的名称']],
  'job-unknown': [['Task_Check', '没有处理作业类型“check”的程序']],
  'listener-unknown': [['Task_Review', '没有处理作业类型“opentask”的程序']],
});
