/** What the groups of the properties panel are for, where a newcomer would stop. */
export const TOOLTIPS: Record<string, () => string> = {
  'group-assignmentDefinition': () => '由谁办理。有时限的任务不在这里指定，由系统按承办单位选定。',
  'group-condition': () => '满足什么条件走这条连线，例如 result_Task_X.outcome = "approve"。',
  'group-form': () => '办理人填写的表单。',
  'group-calledElement': () => '调用的另一个流程。',
  'group-calledDecision': () => '由哪张决策表判定，结果放进哪个变量。',
  'group-inputs': () => '交给这个环节的内容：左边是环节里的名称，右边是从哪里取。',
  'group-outputs': () => '环节办完后带回流程的内容。',
  'group-multiInstance': () => '对名单中的每一项各办一次，例如每个会审单位办一次。',
  'group-timer': () => '什么时候触发。定时器只能催办和通知，不能代替有权机关作决定。',
  'group-message': () => '等待或者发出的消息。',
  'group-error': () => '抛出或者接住的错误，按代码对应。',
  'group-escalation': () => '向上一级流程报告，不中断本环节，按代码对应。',
  'group-signal': () => '广播或者等待的信号。',
  'group-script': () => '用表达式算出一个结果。',
  'group-taskDefinition': () => '由系统中的哪个作业程序自动办理。',
  'group-documentation': () => '给维护人员看的说明，不影响办理。',
};
