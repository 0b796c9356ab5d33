import type { FormRule } from '../rule.ts';

/** Components that bring foreign pages or markup into a form. */
const FOREIGN: Record<string, string> = { iframe: '内嵌页面', html: 'HTML' };

/** Where a component shows something, or leads somewhere. */
const SHOWING = ['text', 'content', 'url', 'source', 'label', 'description'];

/** A form shows nothing from elsewhere and leads nowhere: whoever opens it tells no other host of it. */
export const formsStayInside: FormRule = {
  id: 'forms-stay-inside',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: ({ components }, _, report) => {
    for (const { id, type, ...component } of components) {
      const foreign = FOREIGN[type];
      if (foreign !== undefined) {
        report(id, `表单中不能使用${foreign}组件，请改用文字、表格等组件。`);
      }
      for (const name of SHOWING) {
        const [address] =
          /(?:https?:)?\/\/[\w.[-][^\s)"']*/i.exec(String(component[name] ?? '')) ?? [];
        if (address !== undefined) {
          report(id, `表单中不能有外部地址“${address}”，打开表单的人会被外部网站知道，请删去。`);
        }
      }
    }
  },
};
