import { differingLines } from '../../changes/lines.ts';

/** One line of two texts put beside each other. */
export type Line = { kind: 'same' | 'removed' | 'added'; text: string };
/** Lines to show, or how many unchanged ones are left out. */
export type Part = { lines: Line[] } | { leftOut: number };

/** What differs between two texts, with some unchanged lines around each difference. */
export function partsOf(before: string, after: string, around: number): Part[] {
  const lines = allLines(before, after);
  const parts: Part[] = [];
  for (const [index, line] of lines.entries()) {
    const near = lines.slice(Math.max(0, index - around), index + around + 1);
    const last = parts.at(-1);
    if (near.some(({ kind }) => kind !== 'same')) {
      if (last && 'lines' in last) last.lines.push(line);
      else parts.push({ lines: [line] });
    } else if (last && 'leftOut' in last) last.leftOut++;
    else parts.push({ leftOut: 1 });
  }
  return parts;
}

function allLines(before: string, after: string): Line[] {
  const now = after.split('\n');
  const lines: Line[] = [];
  let next = 0;
  for (const hunk of differingLines(before, after)) {
    lines.push(...linesOf('same', now.slice(next, hunk.line - 1)));
    lines.push(...linesOf('removed', hunk.before), ...linesOf('added', hunk.after));
    next = hunk.line - 1 + hunk.after.length;
  }
  return [...lines, ...linesOf('same', now.slice(next))];
}

function linesOf(kind: Line['kind'], texts: string[]): Line[] {
  return texts.map((text) => ({ kind, text }));
}
