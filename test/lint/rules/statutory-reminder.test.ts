import { diagramCases } from '../cases.ts';

diagramCases('statutory-reminder', {
  'valid-timed': [],
  'valid-untimed': [],
  'timer-missing': [['Task_Review', '现有 0 个']],
  'two-timers': [['Task_Review', '现有 2 个']],
  'timer-on-untimed': [['Timer_Review', '没有时限的环节不能设催办定时器']],
  interrupting: [['Timer_Review', '非中断']],
  'other-cycle': [['Timer_Review', '现为“R/P1D”']],
  duration: [['Timer_Review', '现为“未设置”']],
  'leads-elsewhere': [['Timer_Review', '只通向催办任务']],
  'two-reminders': [['Task_RemindAgain', '请改连到 Task_Remind']],
});
