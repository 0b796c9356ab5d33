import { z } from 'zod';
import type { Kind } from '../../../api/common.ts';
import { drawDiagram, type Edge, type Shape } from './diagram-drawing.ts';
import type { Drawing, Point } from './drawing.ts';
import { drawForm, drawTable, drawText } from './page-drawing.ts';

const form = z.object({ components: z.array(z.object({ type: z.string() })) });
const SAYING = new Set(['text', 'html', 'image', 'separator', 'spacer']);

/** Draws a model small, without any modeling library. Undefined when its text cannot be read. */
export function readDrawing(kind: Kind, source: string): Drawing | undefined {
  switch (kind) {
    case 'process':
      return readDiagram(new DOMParser().parseFromString(source, 'text/xml'));
    case 'decision':
      return readTable(new DOMParser().parseFromString(source, 'text/xml'));
    case 'form':
      return readForm(source);
    case 'notice':
      return drawText(source);
  }
}

function readDiagram(xml: Document): Drawing | undefined {
  const types = new Map<string, string>();
  for (const element of xml.querySelectorAll('[id]')) types.set(element.id, element.localName);
  const shapes = [...xml.getElementsByTagNameNS('*', 'BPMNShape')].map((shape): Shape => {
    const bounds = [...shape.children].find(({ localName }) => localName === 'Bounds');
    return {
      type: types.get(shape.getAttribute('bpmnElement') ?? '') ?? '',
      x: numberOf(bounds, 'x'),
      y: numberOf(bounds, 'y'),
      width: numberOf(bounds, 'width'),
      height: numberOf(bounds, 'height'),
    };
  });
  const edges = [...xml.getElementsByTagNameNS('*', 'BPMNEdge')].map((edge): Edge => {
    const waypoints = [...edge.children].filter(({ localName }) => localName === 'waypoint');
    return {
      points: waypoints.map(
        (point): Point => ({ x: numberOf(point, 'x'), y: numberOf(point, 'y') }),
      ),
    };
  });
  return drawDiagram(shapes, edges);
}

function numberOf(element: Element | undefined, name: string): number {
  const value = Number(element?.getAttribute(name));
  return Number.isFinite(value) ? value : 0;
}

function readTable(xml: Document): Drawing | undefined {
  const [table] = xml.getElementsByTagNameNS('*', 'decisionTable');
  if (!table) return undefined;
  const count = (name: string) =>
    [...table.children].filter(({ localName }) => localName === name).length;
  return drawTable(count('input'), count('output'), count('rule'));
}

function readForm(source: string): Drawing | undefined {
  try {
    const { components } = form.parse(JSON.parse(source));
    return drawForm(components.map(({ type }) => (SAYING.has(type) ? 'text' : 'field')));
  } catch {
    return undefined;
  }
}
