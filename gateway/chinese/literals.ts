import { replaced } from './replaced.ts';

/**
 * A piece of a script, the same in Chinese, and how often it stands there (once unless said). `{}` in a
 * piece is a name that the maker's build chose; the Chinese repeats it as `$1`, `$2`.
 */
export type Literal = readonly [piece: string, chinese: string, times?: number];

/**
 * The script with every piece in Chinese. Undefined when a piece is not found exactly as often as it was
 * known to be: it is then another script than the table was made for.
 */
export function withLiterals(script: string, literals: readonly Literal[]): string | undefined {
  return replaced(
    script,
    literals.map(([piece, chinese, times]) => ({
      pattern: patternOf(piece),
      by: (_whole, ...names) =>
        chinese.replace(/\$(\d)/g, (_hole, index) => names[Number(index) - 1] ?? ''),
      times,
    })),
  );
}

function patternOf(piece: string): RegExp {
  const parts = piece.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('([\\w$.+]+)'));
}
