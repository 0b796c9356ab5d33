import { diagramCases } from '../cases.ts';

diagramCases('article-named', {
  'valid-item': [],
  'valid-paragraph': [],
  missing: [['Task_Review', '写明依据的条文']],
  malformed: [['Task_Review', '“25条”不是规范的条文写法']],
  'article-too-high': [['Task_Review', '“第四十六条”不存在，办法共45条']],
  'item-too-high': [['Task_Review', '“第二十五条第五项”不存在，该条共4项']],
  'item-where-none': [['Task_Review', '该条共0项']],
  'paragraph-too-high': [['Task_Review', '该条共2款']],
  'from-a-variable': [['Task_Review', '应直接写明']],
  'service-task-wrong': [['Task_Remind', '办法共45条']],
});
