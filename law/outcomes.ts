/** Chinese words for the outcomes of the contract, as forms and notices show them. */
const WORDS: Record<string, string> = {
  approve: '同意',
  return: '退回',
  reject: '不同意',
  submit: '已提交',
  extend: '申请延期',
  support: '支持',
  'support-with-changes': '修改后支持',
  object: '反对',
  continue: '继续安排资金',
  withhold: '不予安排资金',
  void: '签署无效',
};

/** The outcome in Chinese; an unknown one is shown as it is. */
export function outcomeWord(outcome: string): string {
  return WORDS[outcome] ?? outcome;
}
