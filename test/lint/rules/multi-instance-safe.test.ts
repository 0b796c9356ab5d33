import { diagramCases } from '../cases.ts';

diagramCases('multi-instance-safe', {
  'valid-constant': [],
  'valid-guarded': [],
  unguarded: [['Task_Review', '变量缺失时也必须得出列表']],
  'guarded-too-late': [['Task_Review', '变量缺失时也必须得出列表']],
  'no-collection': [['Task_Review', '请填写输入集合']],
  'no-element': [['Task_Review', '请填写输入元素']],
  'output-half': [['Task_Review', '要么都填，要么都不填']],
});
