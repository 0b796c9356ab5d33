import { type Bounds, type Element, is, list, one, type Point } from './element.ts';
import { boundaryEvents } from './flow.ts';

// As bpmn-js draws labels: 11 px letters, a Chinese one as wide as high.
const CHARACTER = 11;
const LINE = { width: 90, height: 14 };

/** A drawn shape; `label` is where its text stands when it stands outside. */
export type Shape = { element: Element; bounds: Bounds; label: Bounds | undefined };
export type Line = { element: Element; points: Point[]; label: Bounds | undefined };
export type Segment = { from: Point; to: Point };

/** What a diagram draws: its flow nodes and its sequence flows. */
export function readDrawing(definitions: Element): { shapes: Shape[]; lines: Line[] } {
  const drawn = list(definitions, 'diagrams')
    .flatMap((diagram) => list(one(diagram, 'plane'), 'planeElement'))
    .flatMap((di) => {
      const element = one(di, 'bpmnElement');
      return element ? [{ di, element }] : [];
    });
  return {
    shapes: drawn.flatMap(({ di, element }) => {
      const bounds = boundsOf(di);
      if (!bounds || !is(element, 'bpmn:FlowNode')) return [];
      return [{ element, bounds, label: labelOf(di, element) }];
    }),
    lines: drawn
      .filter(({ element }) => is(element, 'bpmn:SequenceFlow'))
      .map(({ di, element }) => ({
        element,
        points: list(di, 'waypoint').map((point) => point as unknown as Point),
        label: labelOf(di, element),
      })),
  };
}

/** The straight pieces of a line, in its direction. */
export function segments({ points }: Line): Segment[] {
  return points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
}

/**
 * Shapes a flow may touch: its ends, what its ends sit on or carry on their border, and the
 * sub-processes around them.
 */
export function ownShapes(flow: Element): Set<Element> {
  const ends = ['sourceRef', 'targetRef'].flatMap((end) => one(flow, end) ?? []);
  const hosts = ends.flatMap((end) => one(end, 'attachedToRef') ?? []);
  return new Set([...ends, ...hosts, ...ends.flatMap(boundaryEvents), ...ends.flatMap(around)]);
}

/** Whether the segment goes through the inside of the box; touching its border does not count. */
export function crossesBox({ from, to }: Segment, box: Bounds, margin = 2): boolean {
  const [left, right] = [box.x + margin, box.x + box.width - margin];
  const [top, bottom] = [box.y + margin, box.y + box.height - margin];
  // Liang–Barsky: clip the segment at the four sides and see whether anything is left.
  let [enter, leave] = [0, 1];
  const sides = [
    [from.x - to.x, from.x - left],
    [to.x - from.x, right - from.x],
    [from.y - to.y, from.y - top],
    [to.y - from.y, bottom - from.y],
  ] as const;
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false;
    if (direction < 0) enter = Math.max(enter, distance / direction);
    if (direction > 0) leave = Math.min(leave, distance / direction);
  }
  return enter < leave;
}

/** Whether two segments cross inside of both; sharing an end or running on one line does not count. */
export function cross(a: Segment, b: Segment): boolean {
  return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function side({ from, to }: Segment, point: Point): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x));
}

function around(element: Element): Element[] {
  return element.$parent ? [element.$parent, ...around(element.$parent)] : [];
}

function boundsOf(di: Element): Bounds | undefined {
  return one(di, 'bounds') as Bounds | undefined;
}

/** Where the text of a label stands: centred at the top of its box, in lines of some 90 pixels. */
function labelOf(di: Element, { name = '' }: Element): Bounds | undefined {
  const label = one(di, 'label');
  const box = label && boundsOf(label);
  if (!box || name === '') return undefined;
  const text = name.length * CHARACTER;
  const width = Math.min(text, LINE.width);
  const height = Math.ceil(text / LINE.width) * LINE.height;
  return { x: box.x + (box.width - width) / 2, y: box.y, width, height };
}
