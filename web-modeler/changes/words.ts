import { constantOf, expression } from '../../models/feel.ts';

const LONGEST = 80;
const BEFORE_DIFFERENCE = 20;
const SIGNS: [RegExp, string][] = [
  [/>=/g, '≥ '],
  [/<=/g, '≤ '],
  [/!=/g, '≠ '],
  [/</g, '＜ '],
  [/>/g, '＞ '],
];

/** A property's value as people read it: a constant by its value, an expression as it is written, 空 for none. */
export function inWords(source: string | undefined): string {
  if (source === undefined || source.trim() === '') return '空';
  if (expression(source) === undefined) return short(source);
  const value = constantOf(source);
  return value === undefined ? short(expression(source) ?? '') : valueInWords(value);
}

/** A cell of a decision table: comparisons as signs, texts without quotes, 不限 for whatever holds always. */
export function cellInWords(cell: string | undefined): string {
  const text = cell?.trim() ?? '';
  if (text === '' || text === '-') return '不限';
  const [, denied] = /^not\((.+)\)$/s.exec(text) ?? [];
  if (denied !== undefined) return `除 ${cellInWords(denied)} 外`;
  if (text === 'null') return '空';
  if (/^"[^"]*"(\s*,\s*"[^"]*")*$/.test(text)) {
    return short(
      text
        .replaceAll('"', '')
        .split(/\s*,\s*/)
        .join('、'),
    );
  }
  if (text === 'true' || text === 'false') return text === 'true' ? '是' : '否';
  const told = SIGNS.reduce((words, [sign, word]) => words.replace(sign, word), text);
  return short(told.replace(/\s+/g, ' '));
}

/**
 * 由 … 改为 …, or what is new, or what is gone. What would read the same is told as it is written, and of long
 * texts the part that differs.
 */
export function turned(
  before: string | undefined,
  after: string | undefined,
  words: (value: string | undefined) => string = inWords,
): string {
  const [then, now] = [words(before), words(after)];
  if (then !== now) return `由${spaced(then)}改为${spaced(now).trimEnd()}`;
  const [old, young] = parting(before ?? '', after ?? '');
  return `由“${old}”改为“${young}”`;
}

/** Working days of a constant limit; undefined for what is no number. */
export function daysOf(source: string | undefined): number | undefined {
  const value = constantOf(source);
  return typeof value === 'number' ? value : undefined;
}

/** A text between its quotation marks, shortened where it is long. */
export function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? '空' : `“${short(text)}”`;
}

export function short(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}……` : line;
}

/** Quotation marks stand close, other words apart. */
function spaced(words: string): string {
  return words.startsWith('“') ? words : ` ${words} `;
}

/** Both texts around the place where they begin to differ. */
function parting(before: string, after: string): [string, string] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = Math.max(0, same - BEFORE_DIFFERENCE);
  const part = (text: string) => {
    const cut = text.slice(from, from + LONGEST);
    return `${from > 0 ? '……' : ''}${cut}${from + LONGEST < text.length ? '……' : ''}`;
  };
  return [part(before), part(after)];
}

function valueInWords(value: unknown): string {
  if (value === null || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(valueInWords).join('、');
  if (typeof value === 'object') return short(JSON.stringify(value));
  return short(String(value));
}
