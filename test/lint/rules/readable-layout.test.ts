import { diagramCases } from '../cases.ts';

diagramCases('readable-layout', {
  valid: [],
  'valid-inside-a-sub-process': [],
  'valid-timer-on-its-task': [],
  'flow-through-a-task': [['Flow_Review_Done', '连线穿过了 Task_Other']],
  'flow-diagonal-through-a-task': [['Flow_Review_Done', '连线穿过了 Task_Other']],
});
