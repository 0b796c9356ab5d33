/** What stands where people left something out, and where nobody can tell what it is. */
export const EMPTY = '未填写';
export const UNKNOWN = '—';

/** How a value was asked for: the words of its codes, and the unit behind its number. */
export type Asked = { words?: Readonly<Record<string, string>>; unit?: string };

/**
 * A value as plain text for people: nothing filled in, codes in words, 是 and 否, numbers as they were typed. A code without
 * a word is unknown: no value may be taken for another.
 */
export function plainText(value: unknown, { words, unit }: Asked = {}): string {
  if (Array.isArray(value)) return listed(value, { ...(words && { words }) });
  if (!isWritten(value)) return EMPTY;
  if (words) return (typeof value === 'string' && own(words, value)) || UNKNOWN;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'string' && typeof value !== 'number') return UNKNOWN;
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

/** Whether something was written that people can see: a text needs a letter, an ideograph or a digit. */
export function isWritten(value: unknown): boolean {
  if (typeof value === 'string') return /[\p{L}\p{N}]/u.test(value);
  return value !== undefined && value !== null;
}

/**
 * A plain text that reads in a form's text, which form-js takes for Markdown, exactly as it was typed, its line breaks too.
 * Whatever could act (emphasis, links, images, headings, tables, HTML) becomes a character reference; what could only
 * disguise the text (controls, changes of direction) is left out. Never holds a line break itself, so that it also
 * fits into one cell.
 */
export function asText(plain: string): string {
  return plain
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
    .replace(/[\\`*_~[\]<>&|#!@{}]|:(?=\/\/)|(?<=www)\.|^[-+=]|^\d(?=\d*[.)])/giu, reference)
    .replace(/\t/g, '    ')
    .replace(/(?<=\n| ) /g, '&#160;')
    .replaceAll('\n', '<br>');
}

function reference(acting: string): string {
  return `&#${acting.codePointAt(0)};`;
}

function listed(values: unknown[], asked: Asked): string {
  return values.length === 0 ? EMPTY : values.map((value) => plainText(value, asked)).join('、');
}

function own(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined;
}
