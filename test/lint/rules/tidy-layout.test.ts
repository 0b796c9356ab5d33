import { diagramCases } from '../cases.ts';

diagramCases('tidy-layout', {
  valid: [],
  'valid-loop-back': [],
  'right-to-left': [['Flow_Start_Review', '流程应当从左到右']],
  crossing: [['Flow_Start_Next', '连线与 Flow_Review_Done 交叉']],
  'label-over-a-task': [['Start_Review', '名称“开始”与 Task_Review 重叠']],
  'label-over-its-own-event': [['Start_Review', '名称“开始”与 自己的图形 重叠']],
  'label-under-a-flow': [['Task_Other', '名称“其他”与 Flow_Review_Done 重叠']],
});
