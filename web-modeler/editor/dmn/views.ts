import type { View } from 'dmn-js/lib/Modeler.js';

/** The page of the editor an element is on: a decision, or a part of its table. */
export function viewOf(views: View[], id: string): View | undefined {
  return views.find(({ element }) => element.id === id || holds(element, id));
}

function holds(element: object, id: string, depth = 0): boolean {
  if (depth > 4) return false;
  return Object.entries(element).some(([name, value]) => {
    if (name.startsWith('$') || name === 'di') return false;
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.some(
      (part) =>
        typeof part === 'object' &&
        part !== null &&
        (('id' in part && part.id === id) || holds(part, id, depth + 1)),
    );
  });
}
