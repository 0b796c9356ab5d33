/**
 * A thing of a model that a change is told about: a step, a flow, a row of a table, a field of a form.
 * `facts` hold everything else the file says of it, each under its place; a place that is absent is not stated.
 */
export type Entity<Source> = {
  id: string;
  facts: Map<string, string>;
  /** What holds at places that state nothing, where the standard says so. */
  defaults: Map<string, string>;
  /** Places in the drawing and its colours: changes nobody has to read. */
  drawing: Map<string, string>;
  source: Source;
};

/** A fact that differs; undefined where one of the two texts does not state it and nothing holds by default. */
export type Difference = {
  place: string;
  before: string | undefined;
  after: string | undefined;
};

export type Compared<Source> = {
  added: Entity<Source>[];
  removed: Entity<Source>[];
  changed: { before: Entity<Source>; after: Entity<Source>; differences: Difference[] }[];
  /** Whether something that is in both texts is drawn otherwise. */
  redrawn: boolean;
};

/** Places that hold the order of a list: the keys of its items, joined by this. */
export const ORDER = '#order';
const SEPARATOR = '\u0001';

export const asOrder = (keys: string[]): string => keys.join(SEPARATOR);

/** Compares what two texts say, thing by thing. */
export function compareEntities<Source>(
  before: Map<string, Entity<Source>>,
  after: Map<string, Entity<Source>>,
): Compared<Source> {
  const both = [...after.values()].flatMap((now) => {
    const then = before.get(now.id);
    return then ? [{ before: then, after: now }] : [];
  });
  return {
    added: [...after.values()].filter(({ id }) => !before.has(id)),
    removed: [...before.values()].filter(({ id }) => !after.has(id)),
    changed: both
      .map((pair) => ({ ...pair, differences: differences(pair, ({ facts }) => facts) }))
      .filter((pair) => pair.differences.length > 0),
    redrawn: both.some((pair) => differences(pair, ({ drawing }) => drawing).length > 0),
  };
}

type Both<Source> = { before: Entity<Source>; after: Entity<Source> };

function differences<Source>(
  { before, after }: Both<Source>,
  stated: (entity: Entity<Source>) => Map<string, string>,
): Difference[] {
  const places = new Set([...stated(before).keys(), ...stated(after).keys()]);
  const at = (entity: Entity<Source>, place: string) =>
    stated(entity).get(place) ?? entity.defaults.get(place);
  return [...places].flatMap((place) => {
    const pair = { place, before: at(before, place), after: at(after, place) };
    return pair.before === pair.after || sameOrder(pair) ? [] : [pair];
  });
}

/** Whether what is in both lists still stands in the same order; what is only in one is told elsewhere. */
function sameOrder({ place, before, after }: Difference): boolean {
  if (!place.endsWith(ORDER)) return false;
  const [then, now] = [before, after].map((keys) => keys?.split(SEPARATOR) ?? []);
  const kept = (keys: string[] = [], others: string[] = []) =>
    asOrder(keys.filter((key) => others.includes(key)));
  return kept(then, now) === kept(now, then);
}
