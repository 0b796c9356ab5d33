import type { Drawing, Mark } from './drawing.ts';

const WIDTH = 160;
const HEIGHT = 90;
const MARGIN = 8;
const MOST_LINES = 9;

/** A decision table as a grid: its conditions, its results, its rules (at most what fits). */
export function drawTable(conditions: number, results: number, rules: number): Drawing {
  const columns = Math.max(1, conditions + results);
  const rows = Math.min(Math.max(1, rules), 6) + 1;
  const width = (WIDTH - 2 * MARGIN) / columns;
  const height = (HEIGHT - 2 * MARGIN) / rows;
  const marks: Mark[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      marks.push({
        shape: 'rect',
        x: MARGIN + column * width,
        y: MARGIN + row * height,
        width,
        height,
        round: 0,
        tone: row === 0 ? 'task' : column < conditions ? 'frame' : 'event',
      });
    }
  }
  return page(marks);
}

/** A form as its fields in a column: a label and a box each; texts are lines. */
export function drawForm(fields: ('text' | 'field')[]): Drawing {
  const shown = fields.slice(0, MOST_LINES - 2);
  const step = (HEIGHT - 2 * MARGIN) / Math.max(shown.length, 4);
  const marks = shown.map((field, index): Mark => {
    const y = MARGIN + index * step;
    if (field === 'text') return line(y + step / 2, 0.8);
    return {
      shape: 'rect',
      x: MARGIN,
      y: y + step * 0.15,
      width: WIDTH - 2 * MARGIN,
      height: step * 0.7,
      round: 2,
      tone: 'task',
    };
  });
  return page(marks);
}

/** A notice as its lines, each as long as its text is. */
export function drawText(text: string): Drawing {
  const lines = text.split('\n').slice(0, MOST_LINES);
  const step = (HEIGHT - 2 * MARGIN) / MOST_LINES;
  const marks = lines.flatMap((content, index): Mark[] => {
    const share = Math.min(content.trim().length / 40, 1);
    return share > 0 ? [line(MARGIN + (index + 0.5) * step, share)] : [];
  });
  return page(marks);
}

function line(y: number, share: number): Mark {
  const end = MARGIN + (WIDTH - 2 * MARGIN) * share;
  return {
    shape: 'line',
    points: [
      { x: MARGIN, y },
      { x: end, y },
    ],
    tone: 'text',
  };
}

function page(marks: Mark[]): Drawing {
  return { x: 0, y: 0, width: WIDTH, height: HEIGHT, marks };
}
