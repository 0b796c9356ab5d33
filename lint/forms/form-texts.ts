import { reads } from '../../models/feel.ts';
import { type Tag, tagsOf } from '../../models/shown.ts';
import type { FormRule } from '../rule.ts';

/** What the worker makes for forms: nothing in it acts as Markdown. */
const SHOWN = 'shown';
const HISTORY = 'history';
/** Of the clock only what is written for people. */
const CLOCK = /^clock\.text$/;

/** form-js takes a form's texts for Markdown: what is put into one is a display value, never what people wrote. */
export const formTexts: FormRule = {
  id: 'form-texts',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: ({ components }, _, report) => {
    for (const { id, text = '' } of components) {
      for (const tag of tagsOf(text)) {
        if (isDisplayed(tag)) continue;
        report(
          id,
          `“{{${tag.text}}}”会把填写的内容当作排版标记，请改用显示值，例如 {{shown.${tag.text}}}。`,
        );
      }
    }
  },
};

function isDisplayed({ text, list }: Tag): boolean {
  if (CLOCK.test(text)) return true;
  // The row of a list of display values has nothing else in it; names of the task could be taken for its fields.
  if (list !== undefined && /^[a-z]\w*$/i.test(text)) {
    return list === HISTORY || list.startsWith(`${SHOWN}.`);
  }
  const names = reads(`=${text}`);
  return names.length > 0 && names.every(({ name }) => name === SHOWN);
}
