import type { Shape } from '../../models/drawing.ts';
import { type Element, is } from '../../models/element.ts';
import { calledBy, type House } from './house.ts';

/** A step, and the process it is in. */
export type Placed = { process: string; element: Element };

/**
 * The steps as a project meets them: each diagram from left to right, as it is drawn, a called process where it is
 * called first. Of calls that stand above each other the longest way comes first: it meets the stages in their order.
 */
export function inOrder({ processes }: House, isStep: (element: Element) => boolean): Placed[] {
  const met = new Set<string>();
  const visit = (id: string): Placed[] => {
    if (met.has(id)) return [];
    met.add(id);
    return drawn(id).flatMap(({ element }) =>
      isStep(element) ? [{ process: id, element }] : visit(calledBy(element) ?? ''),
    );
  };
  const drawn = (id: string): Shape[] => [...(processes.get(id)?.shapes ?? [])].sort(before);
  const before = (a: Shape, b: Shape): number =>
    Number(isAside(a.element)) - Number(isAside(b.element)) ||
    a.bounds.x - b.bounds.x ||
    lengthOf(a.element) - lengthOf(b.element) ||
    a.bounds.y - b.bounds.y;

  // A step counts before every call (0), the longest call before the shorter ones.
  const lengthOf = (element: Element): number => {
    const called = calledBy(element);
    return called === undefined ? Number.NEGATIVE_INFINITY : -stepsBelow(called);
  };
  const stepsBelow = (id: string, around: string[] = []): number =>
    around.includes(id)
      ? 0
      : (processes.get(id)?.shapes ?? []).reduce((sum, { element }) => {
          const called = calledBy(element);
          if (called !== undefined) return sum + stepsBelow(called, [...around, id]);
          return sum + Number(isStep(element));
        }, 0);

  const called = new Set(
    [...processes.values()].flatMap(({ shapes }) =>
      shapes.flatMap(({ element }) => calledBy(element) ?? []),
    ),
  );
  return [...processes.keys()]
    .filter((id) => !called.has(id))
    .sort((a, b) => stepsBelow(b) - stepsBelow(a))
    .flatMap(visit);
}

/** Whether the element is in an event sub-process: beside the way, not on it. */
function isAside(element: Element): boolean {
  const scope = element.$parent;
  if (scope === undefined || !is(scope, 'bpmn:SubProcess')) return false;
  return scope.triggeredByEvent === true || isAside(scope);
}
