/** What to replace, by what, and how often it stands there (once unless said). */
export interface Replacement {
  pattern: RegExp;
  by: (...matches: string[]) => string;
  times?: number | undefined;
}

/** The text with every replacement made. Undefined when a pattern is not found exactly as often as said. */
export function replaced(text: string, replacements: readonly Replacement[]): string | undefined {
  let result = text;
  for (const { pattern, by, times = 1 } of replacements) {
    let found = 0;
    result = result.replace(new RegExp(pattern, 'g'), (...matches: string[]) => {
      found += 1;
      return by(...matches);
    });
    if (found !== times) return undefined;
  }
  return result;
}
