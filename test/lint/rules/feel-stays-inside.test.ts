import { diagramCases } from '../cases.ts';

diagramCases('feel-stays-inside', {
  valid: [],
  'external-in-input': [['Task_Review', '其中定义了外部函数（external）']],
  'external-in-condition': [['Flow_Review_Approve', '其中定义了外部函数（external）']],
  'external-in-timer': [['Timer_Review', '其中有 external 而又无法读懂']],
  'external-in-unknown-extension': [['Task_Review', '其中定义了外部函数（external）']],
  'java-name': [['Task_Sum', '其中有 Java 的名称“java.l”']],
  'other-language': [['Flow_Review_Approve', '表达式语言是“javascript”，只能用 FEEL']],
});
