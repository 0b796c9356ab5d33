import { diff } from 'bpmn-js-differ';
import { withoutOrder } from './without-order.ts';

/** What became of an element of a diagram. */
export type Fate = 'added' | 'removed' | 'changed' | 'moved';
/** What is coloured on either side: element ids with what became of them. */
export type Colours = { before: Map<string, Fate>; after: Map<string, Fate> };

/**
 * The differences of two diagrams by element. Both are only looked at from now on: what has no order in
 * them is put into one.
 * @param changed elements that changed in the law's words; the differ does not see all inner texts
 */
export function coloursOf(before: unknown, after: unknown, changed: string[]): Colours {
  withoutOrder(before);
  withoutOrder(after);
  const { _added, _removed, _changed, _layoutChanged } = diff(before, after);
  const colours: Colours = { before: new Map(), after: new Map() };
  for (const id of Object.keys(_layoutChanged)) put(colours, id, 'moved');
  for (const id of [...Object.keys(_changed), ...changed]) put(colours, id, 'changed');
  for (const id of Object.keys(_removed)) colours.before.set(id, 'removed');
  for (const id of Object.keys(_added)) colours.after.set(id, 'added');
  return colours;
}

function put({ before, after }: Colours, id: string, fate: Fate): void {
  before.set(id, fate);
  after.set(id, fate);
}
