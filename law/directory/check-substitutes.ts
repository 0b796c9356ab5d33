import type { Draft, Entry } from './draft.ts';
import type { Problem } from './errors.ts';
import type { Substitution } from './types.ts';

type Line = Entry<Substitution>;

/** Substitutions must lead to one person who is there, on every day. */
export function checkSubstitutes({ substitutes }: Draft): Problem[] {
  const problems: Problem[] = [];
  const sound: Line[] = [];
  for (const line of substitutes) {
    const { absent, substitute, from, to } = line.value;
    if (to < from) {
      problems.push({ path: `${line.path}.to`, message: `结束日 ${to} 早于开始日 ${from}` });
    } else if (absent === substitute) {
      problems.push({ path: `${line.path}.substitute`, message: `“${absent}”不能代理自己` });
    } else {
      const other = sound.find(
        ({ value }) => value.absent === absent && overlap(value, line.value),
      );
      if (other === undefined) sound.push(line);
      else {
        problems.push({
          path: line.path,
          message: `“${absent}”的代理期与 ${other.path} 重叠，同一天只能有一名代理人`,
        });
      }
    }
  }
  return [...problems, ...cycles(sound)];
}

const overlap = (a: Substitution, b: Substitution) => a.from <= b.to && b.from <= a.to;

/** A cycle exists on a day exactly when it exists on the first day of one of its lines. */
function cycles(lines: Line[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const start of lines) {
    const day = start.value.from;
    const way = [start];
    let next = substitution(lines, start.value.substitute, day);
    while (next !== undefined && !way.includes(next)) {
      way.push(next);
      next = substitution(lines, next.value.substitute, day);
    }
    if (next !== start) continue;
    const key = way
      .map(({ path }) => path)
      .sort()
      .join();
    const names = [...way.map(({ value }) => value.absent), start.value.absent];
    const message = `代理关系成环（${day}）：${names.join(' → ')}`;
    if (!found.has(key)) found.set(key, { path: start.path, message });
  }
  return [...found.values()];
}

function substitution(lines: Line[], absent: string, day: string): Line | undefined {
  return lines.find(({ value }) => value.absent === absent && value.from <= day && day <= value.to);
}
