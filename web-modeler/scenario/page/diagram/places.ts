import type { Visit } from '../../api.ts';

/** What is marked in a diagram: where somebody is asked, where the token is inside of, and what is done. */
export type Marks = { open: Set<string>; around: Set<string>; done: Set<string> };

/** The marks of all diagrams together: element ids are looked up in the one that is shown. */
export function marksOf(visits: Visit[], path: string): Marks {
  const open = visits.filter(({ closedOn }) => closedOn === null);
  const here = (some: Visit[]) => some.filter((visit) => visit.path === path);
  return {
    open: new Set(here(open).map(({ elementId }) => elementId)),
    around: new Set(open.flatMap(({ key }) => elementsIn(key).slice(0, -1))),
    done: new Set(
      here(visits)
        .filter(({ outcome }) => outcome !== null)
        .map(({ elementId }) => elementId),
    ),
  };
}

/** The elements a visit is inside of, the outermost first: its key names them. */
function elementsIn(key: string): string[] {
  return key.split('/').map((part) => part.replace(/[#[].*$/, ''));
}
