import type { View } from 'dmn-js/lib/Modeler.js';
import type { Finding } from '../../../api/common.ts';

const MARK = 'has-finding';

/** Colours the cells and rows of the table that is shown which lint has something to say of. */
export function markFindings(canvas: HTMLElement, findings: Finding[]): void {
  for (const marked of canvas.querySelectorAll<HTMLElement>(`.${MARK}`)) {
    marked.classList.remove(MARK);
    marked.removeAttribute('title');
  }
  for (const { id, message, document } of findings) {
    if (!id || document) continue;
    const where = `[data-element-id="${CSS.escape(id)}"], [data-row-id="${CSS.escape(id)}"]`;
    for (const cell of canvas.querySelectorAll<HTMLElement>(where)) {
      cell.classList.add(MARK);
      cell.title = message;
    }
  }
}

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
