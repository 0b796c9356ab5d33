import type { FormRule } from '../rule.ts';
import { isChinese } from '../text.ts';

// Components people fill in or pick from: without a label nobody knows what is asked.
const ASKING = new Set([
  'textfield',
  'textarea',
  'number',
  'radio',
  'checkbox',
  'checklist',
  'select',
  'taglist',
  'datetime',
  'dynamiclist',
]);

/** What a form says is Chinese. */
export const formLabels: FormRule = {
  id: 'form-labels',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: ({ components }, _, report) => {
    for (const { id, key, type, label, text, values = [], columns = [], ...more } of components) {
      const where = id ?? key;
      const told = label || (more.dateLabel as string | undefined);
      if (ASKING.has(type) && !isChinese(told)) report(where, '请填写字段的中文名称。');
      if (!ASKING.has(type) && label && !isChinese(label)) report(where, '请把标题改成中文。');
      if (text !== undefined && !isChinese(text) && !text.includes('{{')) {
        report(where, '请把说明文字改成中文。');
      }
      for (const option of [...values, ...columns]) {
        if (!isChinese(option.label)) report(where, `请把选项“${option.label}”改成中文。`);
      }
    }
  },
};
