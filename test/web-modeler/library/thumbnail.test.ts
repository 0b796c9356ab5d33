import { describe, expect, it } from '@jest/globals';
import {
  drawDiagram,
  type Shape,
} from '../../../web-modeler/library/page/thumbnail/diagram-drawing.ts';
import {
  drawForm,
  drawTable,
  drawText,
} from '../../../web-modeler/library/page/thumbnail/page-drawing.ts';

const start: Shape = { type: 'startEvent', x: 100, y: 100, width: 36, height: 36 };
const task: Shape = { type: 'userTask', x: 200, y: 78, width: 100, height: 80 };
const gateway: Shape = { type: 'exclusiveGateway', x: 360, y: 93, width: 50, height: 50 };
const frame: Shape = { type: 'subProcess', x: 50, y: 50, width: 400, height: 200 };

describe('the thumbnail of a diagram', () => {
  it('frames shapes and flows with a margin', () => {
    const drawing = drawDiagram([start, task], [{ points: [{ x: 136, y: 300 }] }]);
    expect(drawing).toMatchObject({ x: 88, y: 66, width: 224, height: 246 });
  });

  it('puts frames at the bottom, flows above, steps on top', () => {
    const drawing = drawDiagram([task, frame], [{ points: [] }]);
    expect(drawing?.marks.map(({ tone }) => tone)).toEqual(['frame', 'flow', 'task']);
  });

  it('draws each kind in its shape', () => {
    const drawing = drawDiagram([start, gateway], []);
    expect(drawing?.marks).toEqual([
      { shape: 'circle', x: 118, y: 118, radius: 18, tone: 'event' },
      {
        shape: 'line',
        tone: 'gateway',
        points: [
          { x: 385, y: 93 },
          { x: 410, y: 118 },
          { x: 385, y: 143 },
          { x: 360, y: 118 },
          { x: 385, y: 93 },
        ],
      },
    ]);
  });

  it('is none of a diagram that shows nothing', () => {
    expect(drawDiagram([], [])).toBeUndefined();
  });
});

describe('the thumbnail of a page', () => {
  const inside = ({ marks, width, height }: ReturnType<typeof drawTable>) =>
    marks.every(
      (mark) =>
        mark.shape !== 'rect' ||
        (mark.x >= 0 && mark.x + mark.width <= width && mark.y + mark.height <= height),
    );

  it('has a cell for each condition and result of a table, and never more rows than fit', () => {
    expect(drawTable(4, 3, 2).marks).toHaveLength(7 * 3);
    expect(drawTable(4, 3, 90).marks).toHaveLength(7 * 7);
    expect(inside(drawTable(4, 3, 90))).toBe(true);
    expect(drawTable(0, 0, 0).marks).toHaveLength(2);
  });

  it('has a mark for each part of a form as far as they fit', () => {
    expect(drawForm(['text', 'field']).marks.map(({ shape }) => shape)).toEqual(['line', 'rect']);
    const long = drawForm(Array.from({ length: 30 }, () => 'field' as const));
    expect(long.marks.length).toBeLessThan(10);
    expect(inside(long)).toBe(true);
  });

  it('has a line for each line of a notice that says something', () => {
    expect(drawText('主题: 通知\n\n正文').marks).toHaveLength(2);
    expect(drawText('').marks).toHaveLength(0);
  });
});
