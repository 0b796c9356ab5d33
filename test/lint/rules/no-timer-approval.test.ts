import { diagramCases } from '../cases.ts';

diagramCases('no-timer-approval', {
  'valid-reminder': [],
  'valid-asks-a-person': [],
  interrupting: [['Timer_Review', '不得中断环节']],
  'leads-to-the-end-of-approval': [['Timer_Review', '不得通向 End_Approved']],
  'calls-the-next-stage': [['Timer_Review', '不得通向 Call_Budget']],
  'through-a-gateway': [['Timer_Review', '不得通向 Task_Issue']],
  'ends-the-case-with-an-error': [['Timer_Review', '不得通向 End_Late']],
  'waits-instead-of-deciding': [['Timer_Wait', '不得通向 End_Approved']],
  'event-sub-process-interrupts': [['Start_Late', '不得中断环节']],
});
