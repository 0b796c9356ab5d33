import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { Marks } from './places.ts';

/** An open diagram. */
export type Viewer = {
  mark(marks: Marks): void;
  /** Brings an element into the middle; an unknown one does nothing. */
  show(elementId: string): void;
  destroy(): void;
};

/** Below this scale the labels cannot be read. */
const READABLE = 0.6;
const NAMES: (keyof Marks)[] = ['done', 'around', 'open'];

/** @throws Error when the text is no diagram */
export async function openViewer(host: HTMLElement, source: string): Promise<Viewer> {
  const viewer = new NavigatedViewer({ container: host });
  await viewer.importXML(source);
  const canvas = viewer.get<Canvas>('canvas');
  const elements = viewer.get<ElementRegistry>('elementRegistry');
  canvas.zoom('fit-viewport', { x: 0, y: 0 });
  const readsAsWhole = canvas.zoom() >= READABLE;

  return {
    mark(marks) {
      for (const name of NAMES) {
        elements.forEach(({ id }) => {
          const marker = `scenario-${name}`;
          if (marks[name].has(id)) canvas.addMarker(id, marker);
          else if (canvas.hasMarker(id, marker)) canvas.removeMarker(id, marker);
        });
      }
    },
    show(elementId) {
      const element = elements.get(elementId);
      if (!element || !isShape(element)) return;
      // A diagram that can be read as a whole stays whole.
      if (readsAsWhole) return;
      canvas.zoom(READABLE);
      const { x, y, width, height } = element;
      const seen = canvas.viewbox();
      canvas.viewbox({
        ...{ width: seen.width, height: seen.height },
        ...{ x: x + (width - seen.width) / 2, y: y + (height - seen.height) / 2 },
      });
    },
    destroy() {
      viewer.destroy();
    },
  };
}

function isShape(
  element: object,
): element is { x: number; y: number; width: number; height: number } {
  return 'width' in element && 'x' in element;
}
