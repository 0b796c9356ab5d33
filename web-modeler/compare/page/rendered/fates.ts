import type { Colours, Fate } from '../diagram/differences.ts';

/** A part of a model as people see it, by its id. */
export type Part = { id: string; says: string };

/** What became of each part, on either side; what is the same is in neither. */
export function fatesOf(before: Part[], after: Part[]): Colours {
  return { before: fatesOn(before, after, 'removed'), after: fatesOn(after, before, 'added') };
}

function fatesOn(side: Part[], other: Part[], alone: Fate): Map<string, Fate> {
  const others = new Map(other.map(({ id, says }) => [id, says]));
  const fates = side.flatMap(({ id, says }): [string, Fate][] => {
    const there = others.get(id);
    if (there === undefined) return [[id, alone]];
    return there === says ? [] : [[id, 'changed']];
  });
  return new Map(fates);
}

/**
 * A style sheet that colours parts, however often a library draws them anew.
 * @param within the class of the side
 * @param where the places of a part by its id, as selectors
 */
export function coloursOfSide(
  within: string,
  fates: Map<string, Fate>,
  where: (id: string) => string[],
): string {
  const rules = [...fates].map(([id, fate]) => {
    const places = where(CSS.escape(id)).map((place) => `.${within} ${place}`);
    return `${places.join()} { background-color: var(--${fate}-soft) !important; outline: 2px solid var(--${fate}) !important; outline-offset: -2px; }`;
  });
  return rules.join('\n');
}
