import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { coloursOf, type Fate } from './differences.ts';

type Side = { host: HTMLElement; source: string | null };

/** Two open diagrams that move together. */
export type SideBySide = {
  /** Brings an element into the middle of both and marks it. */
  show(elementId: string): void;
  /** Larger (> 1) or smaller (< 1) around the middle. */
  zoom(factor: number): void;
  fit(): void;
  destroy(): void;
};

const SHOWN = 'difference-shown';

/**
 * Opens two diagrams, coloured by their differences.
 * @throws Error when one of them cannot be read
 */
export async function openSideBySide(
  before: Side,
  after: Side,
  changed: string[],
): Promise<SideBySide> {
  const viewers = await Promise.all([open(before), open(after)]);
  const [left, right] = viewers;
  const opened = viewers.filter((viewer) => viewer !== undefined);
  if (left && right) {
    const colours = coloursOf(left.getDefinitions(), right.getDefinitions(), changed);
    colour(left, colours.before);
    colour(right, colours.after);
    follow(left, right);
    follow(right, left);
  }
  const canvases = opened.map((viewer) => viewer.get<Canvas>('canvas'));
  const [first] = canvases;
  // The page may still make room for what is beside the diagrams: the whole stays in view.
  const resized = new ResizeObserver(() => {
    for (const canvas of canvases) canvas.resized();
    if (first) fitInto(first);
  });
  resized.observe(before.host);
  resized.observe(after.host);

  let shown: string | undefined;
  return {
    show(elementId) {
      for (const viewer of opened) {
        const canvas = viewer.get<Canvas>('canvas');
        const elements = viewer.get<ElementRegistry>('elementRegistry');
        if (shown && elements.get(shown)) canvas.removeMarker(shown, SHOWN);
        if (!elements.get(elementId)) continue;
        canvas.addMarker(elementId, SHOWN);
        canvas.scrollToElement(elementId);
      }
      shown = elementId;
    },
    zoom(factor) {
      if (first) first.zoom(first.zoom() * factor);
    },
    fit() {
      if (first) fitInto(first);
    },
    destroy() {
      resized.disconnect();
      for (const viewer of opened) viewer.destroy();
    },
  };
}

function fitInto(canvas: Canvas): void {
  // Any point: with one the drawing is put into the middle too.
  canvas.zoom('fit-viewport', { x: 0, y: 0 });
}

async function open({ host, source }: Side): Promise<NavigatedViewer | undefined> {
  if (source === null) return undefined;
  const viewer = new NavigatedViewer({
    container: host,
    moddleExtensions: { zeebe },
    // The other side follows at once, not when the movement has ended.
    canvas: { deferUpdate: false },
  });
  await viewer.importXML(source);
  return viewer;
}

function colour(viewer: NavigatedViewer, fates: Map<string, Fate>): void {
  const canvas = viewer.get<Canvas>('canvas');
  const elements = viewer.get<ElementRegistry>('elementRegistry');
  for (const [id, fate] of fates) {
    // Definitions, errors and the like have no shape.
    if (elements.get(id)) canvas.addMarker(id, `difference-${fate}`);
  }
}

let following = false;

/** Moves `other` wherever `viewer` is moved. */
function follow(viewer: NavigatedViewer, other: NavigatedViewer): void {
  const canvas = viewer.get<Canvas>('canvas');
  const others = other.get<Canvas>('canvas');
  viewer.on('canvas.viewbox.changed', () => {
    // The other one would answer, and both would move for ever.
    if (following) return;
    following = true;
    const { x, y, width, height } = canvas.viewbox();
    others.viewbox({ x, y, width, height });
    following = false;
  });
}
