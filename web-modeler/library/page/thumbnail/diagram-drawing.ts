import type { Drawing, Mark, Point } from './drawing.ts';

/** An element of the diagram with its bounds; `type` is BPMN's name such as `userTask`. */
export type Shape = { type: string; x: number; y: number; width: number; height: number };
export type Edge = { points: Point[] };

const MARGIN = 12;

/** A BPMN diagram as marks: flows below, then frames, then what stands in them. Undefined when it is empty. */
export function drawDiagram(shapes: Shape[], edges: Edge[]): Drawing | undefined {
  const corners = [
    ...shapes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...edges.flatMap(({ points }) => points),
  ];
  if (corners.length === 0) return undefined;
  const left = Math.min(...corners.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...corners.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...corners.map(({ x }) => x)) + MARGIN;
  const bottom = Math.max(...corners.map(({ y }) => y)) + MARGIN;

  const frames = shapes.filter(isFrame).sort((one, other) => areaOf(other) - areaOf(one));
  const others = shapes.filter((shape) => !isFrame(shape));
  const flows = edges.map(({ points }): Mark => ({ shape: 'line', points, tone: 'flow' }));
  return {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    marks: [...frames.map(markOf), ...flows, ...others.map(markOf)],
  };
}

function isFrame({ type }: Shape): boolean {
  return /^(participant|lane|subProcess|adHocSubProcess|transaction|group)$/.test(type);
}

function areaOf({ width, height }: Shape): number {
  return width * height;
}

function markOf(shape: Shape): Mark {
  const { type, x, y, width, height } = shape;
  const middle = { x: x + width / 2, y: y + height / 2 };
  if (type.endsWith('Event')) {
    return { shape: 'circle', ...middle, radius: width / 2, tone: 'event' };
  }
  if (type.endsWith('Gateway')) {
    const points = [
      { x: middle.x, y },
      { x: x + width, y: middle.y },
      { x: middle.x, y: y + height },
      { x, y: middle.y },
      { x: middle.x, y },
    ];
    return { shape: 'line', points, tone: 'gateway' };
  }
  if (isFrame(shape)) return { shape: 'rect', x, y, width, height, round: 4, tone: 'frame' };
  if (type === 'textAnnotation') {
    return { shape: 'rect', x, y, width, height, round: 0, tone: 'text' };
  }
  return { shape: 'rect', x, y, width, height, round: 10, tone: 'task' };
}
