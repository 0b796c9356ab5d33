import type { Form } from '../../models/form.ts';
import { addressSentence, outsideAddress } from '../addresses.ts';
import type { FormRule } from '../rule.ts';

/** What forms are made of; Tasklist shows all of these, none brings markup, pages or files from elsewhere. */
const COMPONENTS = [
  'checkbox',
  'checklist',
  'datetime',
  'dynamiclist',
  'expression',
  'group',
  'number',
  'radio',
  'select',
  'separator',
  'spacer',
  'table',
  'taglist',
  'text',
  'textarea',
  'textfield',
];

const NAMES: Record<string, string> = {
  iframe: '内嵌页面',
  html: 'HTML',
  image: '图片',
  filepicker: '文件上传',
  documentPreview: '文件预览',
  button: '按钮',
};

/** What Markdown or HTML makes of a text: links, pictures, their definitions, elements. */
const MARKUP = /\]\s*\(|\]\s*\[|!\[|^\s*\[[^\]]*\]:|<[a-z!/?]/im;
/** In an expression put together, these could become a link whatever each part looks like. */
const BUILDS = /"[^"]*[/\\:<>[\]()!][^"]*"/;

/** A form shows nothing from elsewhere and leads nowhere: whoever opens it tells no other host of it. */
export const formsStayInside: FormRule = {
  id: 'forms-stay-inside',
  kind: 'form',
  severity: 'error',
  legal: false,
  check: (form, _, report) => {
    for (const { id, problem } of outsideOfForm(form)) report(id, problem);
  },
};

/** What in a form is not of this system, each with its component and a sentence that says what to do. */
export function outsideOfForm({ components }: Pick<Form, 'components'>) {
  return components.flatMap((component) =>
    problemsOf(component).map((problem) => ({ id: component.id, problem })),
  );
}

function problemsOf(component: Form['components'][number]): string[] {
  const { type, validate: _, components: __, ...shown } = component;
  if (!COMPONENTS.includes(type)) {
    return [`表单中不能使用${NAMES[type] ?? type}组件，请改用文字、表格等组件。`];
  }
  const addresses = stringsOf(shown).flatMap((text) => outsideAddress(text) ?? []);
  return [...addresses.slice(0, 1).map(addressSentence), ...markupOf(component)];
}

/** Only texts are taken for Markdown; whatever is written elsewhere is shown as it is. */
function markupOf({ type, text = '' }: Form['components'][number]): string[] {
  if (type !== 'text') return [];
  if (text.trimStart().startsWith('=')) {
    return ['文字不能由表达式拼成，请写成文字，需要项目内容的地方用 {{shown.…}}。'];
  }
  const tags = text.match(/\{\{.*?\}\}/gs) ?? [];
  if (tags.some((tag) => BUILDS.test(tag))) {
    return ['文字中的表达式不能拼出链接或标记，请只写 {{shown.…}}。'];
  }
  const words = text.replaceAll(/\{\{.*?\}\}/gs, '');
  return MARKUP.test(words) ? ['文字中不能有链接、图片或 HTML 标记，请改为普通文字。'] : [];
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
