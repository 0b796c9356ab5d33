import type Modeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler.js';

const MARGIN = 24;
// The palette stands over the left of the canvas.
const PALETTE = 130;
// Below this the names of the steps cannot be read: a large diagram is shown from its beginning instead.
const READABLE = 0.55;

/**
 * Shows the whole diagram beside the palette.
 * @param whole also when it becomes too small to be read
 */
export function showDiagram(modeler: Modeler, { whole }: { whole: boolean }): void {
  const canvas = modeler.get('canvas');
  const { inner, outer } = canvas.viewbox();
  if (inner.width === 0 || outer.width === 0) return;
  const room = { width: outer.width - PALETTE - MARGIN, height: outer.height - 2 * MARGIN };
  const fitting = Math.min(1, room.width / inner.width, room.height / inner.height);
  const scale = whole ? fitting : Math.max(fitting, READABLE);
  const spare = {
    x: Math.max(0, room.width - inner.width * scale) / 2,
    y: Math.max(0, room.height - inner.height * scale) / 2,
  };
  canvas.viewbox({
    x: inner.x - (PALETTE + spare.x) / scale,
    y: inner.y - (MARGIN + spare.y) / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
