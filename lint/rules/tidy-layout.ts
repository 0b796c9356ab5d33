import {
  cross,
  crossesBox,
  type Line,
  overlap,
  readDrawing,
  type Shape,
  segments,
} from '../../models/drawing.ts';
import { type Element, is, one } from '../../models/element.ts';
import { boundaryEvents, targets } from '../../models/flow.ts';
import type { DiagramRule, Report } from '../rule.ts';

/** A diagram reads from left to right, its flows do not cross, its labels stand free. */
export const tidyLayout: DiagramRule = {
  id: 'tidy-layout',
  kind: 'diagram',
  severity: 'warning',
  legal: false,
  check: () => ({
    check(definitions, { report }) {
      if (!is(definitions, 'bpmn:Definitions')) return;
      const { shapes, lines } = readDrawing(definitions);
      const boxes = new Map(shapes.map((shape) => [shape.element, shape]));
      for (const { element } of lines) checkDirection(element, boxes, report);
      for (const [index, line] of lines.entries()) {
        for (const other of lines.slice(index + 1)) {
          if (crossing(line, other)) {
            report(line.element.id, `连线与 ${other.element.id} 交叉，请调整布局。`);
          }
        }
      }
      for (const drawn of [...shapes, ...lines]) checkLabel(drawn, shapes, lines, report);
    },
  }),
};

function checkDirection(flow: Element, boxes: Map<Element, Shape>, report: Report): void {
  const [source, target] = [one(flow, 'sourceRef'), one(flow, 'targetRef')];
  const from = source && boxes.get(source)?.bounds;
  const to = target && boxes.get(target)?.bounds;
  if (!from || !to || leadsTo(target, source)) return;
  if (to.x + to.width / 2 < from.x + from.width / 2) {
    report(flow.id, '除返回的连线外，流程应当从左到右，请把后一环节画在右边。');
  }
}

/** Whether tokens can come from one element to the other: a flow back is part of a loop. */
function leadsTo(from: Element, to: Element): boolean {
  const seen = new Set<Element>();
  const open = [from];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element === to) return true;
    if (seen.has(element)) continue;
    seen.add(element);
    open.push(...targets(element), ...boundaryEvents(element).flatMap(targets));
  }
  return false;
}

function crossing(one: Line, other: Line): boolean {
  return segments(one).some((a) => segments(other).some((b) => cross(a, b)));
}

function checkLabel(
  { element, label }: Shape | Line,
  shapes: Shape[],
  lines: Line[],
  report: Report,
): void {
  if (!label) return;
  const covered = shapes.filter(
    (shape) =>
      (shape.element !== element || is(element, 'bpmn:Event')) &&
      !is(shape.element, 'bpmn:SubProcess') &&
      overlap(shape.bounds, label),
  );
  const struck = lines.filter(
    (line) =>
      line.element !== element && segments(line).some((segment) => crossesBox(segment, label)),
  );
  for (const other of [...covered, ...struck]) {
    const what = other.element === element ? '自己的图形' : other.element.id;
    report(element.id, `名称“${element.name}”与 ${what} 重叠，请移开。`);
  }
}
