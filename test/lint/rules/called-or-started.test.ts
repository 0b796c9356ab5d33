import { diagramCases } from '../cases.ts';

diagramCases('called-or-started', {
  'valid-called': [],
  'valid-started': [],
  'valid-call': [],
  'nobody-named': [['Start_Review', '没有写明由谁发起']],
  'started-without-a-form': [['Start_Review', '请为开始事件关联表单']],
  'started-and-asks-for-a-caller': [['Task_First', '请不要核对来源']],
  'asks-for-no-caller': [['Start_Review', '请先“核对来源”']],
  'refusal-not-drawn': [['Task_First', 'NOT_CALLED']],
  'refusal-ends-otherwise': [['Task_First', '直接通向一个普通结束事件']],
  'refusal-of-another-error': [['Task_First', 'NOT_CALLED']],
  'call-without-listeners': [['Call_Review', 'start call-process、end close-call']],
  'call-that-nobody-checks': [['Call_Review', '执行监听器 end close-call：']],
  'called-and-started': [['Start_Review', '不能再由人发起']],
});
