import { differingLines } from './lines.ts';
import type { Told } from './told.ts';
import { quoted, turned } from './words.ts';

/** The changes of a text, line by line, beginning with what the text is called. */
export function textChanges(called: string, before: string, after: string): Told[] {
  return differingLines(before, after).map(({ line, before: gone, after: come }) => ({
    kind: 'changed',
    elementId: null,
    sentence: `${called} 第${line}行${lineInWords(gone.join('\n'), come.join('\n'), gone.length, come.length)}`,
    legal: false,
  }));
}

function lineInWords(before: string, after: string, gone: number, come: number): string {
  if (gone === 0) return `新增${wording(after)}`;
  if (come === 0) return `删除${wording(before)}`;
  return turned(before, after, quoted);
}

function wording(text: string): string {
  return text.trim() === '' ? '空行' : quoted(text);
}

/** What a notice is called: the words its subject begins with, or its file. */
export function noticeName(path: string, source: string): string {
  const [, subject] = /^主题[:：]\s*(.+)$/m.exec(source) ?? [];
  const [words = ''] = (subject ?? '').split(/[：:{（(]/);
  return `“${words.trim() || (path.split('/').at(-1) ?? path)}”`;
}
