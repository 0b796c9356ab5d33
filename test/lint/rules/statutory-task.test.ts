import { diagramCases } from '../cases.ts';

diagramCases('statutory-task', {
  'valid-timed': [],
  'valid-untimed': [],
  'not-a-user-task-of-zeebe': [['Task_Review', 'zeebe:userTask']],
  'inputs-missing': [
    ['Task_Review', '请补充输入参数：grounds、opinion'],
    ['Task_Review', '输出参数用到了 opinion'],
  ],
  'outcome-not-null': [['Task_Review', 'outcome 的初值设为 =null']],
  'role-unknown': [['Task_Review', 'role 只能是']],
  'no-limit-no-reason': [['Task_Review', '请填写时限 limitDays']],
  'limit-and-reason': [['Task_Review', 'limitDays 和 untimed 只能保留一个']],
  'limit-zero': [['Task_Review', '应为正整数个工作日，现为“=0”']],
  'reason-empty': [['Task_Review', 'untimed 应写明']],
  'assignee-fixed': [['Task_Review', '请把 assignee 设为 =assignee']],
  'due-date-missing': [['Task_Review', '请把到期日 dueDate 设为 =dueDate']],
  'close-listener-missing': [['Task_Review', 'end close-task']],
  'two-outputs': [['Task_Review', '应当只有一个，名为 result_Task_Review']],
  'output-incomplete': [['Task_Review', '请包含：opinion']],
  'output-leaks': [['Task_Review', '输出参数用到了 price']],
});
