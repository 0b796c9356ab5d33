import type { Difference } from './entity.ts';

/** Something without an id that came or went as a whole: a parameter, a listener, a condition. */
export type Item = {
  type: string;
  /** What it is known by in its list; its place where it has no name. */
  key: string;
  isNew: boolean;
  /** What it says, by the end of the place. */
  values: Map<string, string>;
};

const TYPE = '/$type';

// Nothing but brackets around what matters.
const CONTAINERS = new Set([
  'bpmn:ExtensionElements',
  'zeebe:IoMapping',
  'zeebe:ExecutionListeners',
  'zeebe:TaskListeners',
  'zeebe:TaskHeaders',
  'zeebe:Properties',
]);

/** Gathers the differences of what came or went as a whole, so that it is told once. */
export function itemsOf(differences: Difference[]): { items: Item[]; single: Difference[] } {
  const appeared = differences.filter(
    ({ place, before, after }) =>
      place.endsWith(TYPE) && (before === undefined || after === undefined),
  );
  const isContainer = ({ before, after }: Difference) => CONTAINERS.has(before ?? after ?? '');
  const outermost = appeared
    .filter((difference) => !isContainer(difference))
    .map(({ place }) => place.slice(0, -TYPE.length + 1))
    .filter(
      (place, _, places) => !places.some((other) => other !== place && place.startsWith(other)),
    );
  const within = (place: string) => outermost.find((prefix) => place.startsWith(prefix));
  return {
    items: outermost.map((prefix) => itemAt(prefix, differences)),
    single: differences.filter(
      (difference) =>
        within(difference.place) === undefined &&
        !(
          appeared.includes(difference) &&
          isContainer(difference) &&
          holdsMore(difference, differences)
        ),
    ),
  };
}

function itemAt(prefix: string, differences: Difference[]): Item {
  const own = differences.filter(({ place }) => place.startsWith(prefix));
  const head = own.find(({ place }) => place === `${prefix}${TYPE.slice(1)}`);
  const values = own.flatMap(({ place, before, after }): [string, string][] =>
    place.endsWith(TYPE) || place.endsWith('#order')
      ? []
      : [[place.slice(prefix.length), after ?? before ?? '']],
  );
  return {
    type: head?.after ?? head?.before ?? '',
    key: /\[([^[\]]*(?:\[[^\]]*\][^[\]]*)*)\]\/$/.exec(prefix)?.[1] ?? '',
    isNew: head?.before === undefined,
    values: new Map(values),
  };
}

function holdsMore({ place }: Difference, differences: Difference[]): boolean {
  const prefix = place.slice(0, -TYPE.length + 1);
  return differences.some((other) => other.place !== place && other.place.startsWith(prefix));
}
