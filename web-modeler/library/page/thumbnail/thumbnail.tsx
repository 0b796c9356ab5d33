import { get, set } from 'idb-keyval';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../../../../site/page/api.ts';
import type { Kind } from '../../../api/common.ts';
import { modelRoutes } from '../../../model/api.ts';
import type { Drawing, Mark } from './drawing.ts';
import { readDrawing } from './read-drawing.ts';

type Props = { path: string; kind: Kind; blob: string };

// Raised when the same text would be drawn otherwise: what was kept before is then drawn anew.
const KEPT_AS = 'thumbnail-1';

/** A model drawn small, once it comes into view; kept in this browser under the blob it was drawn from. */
export function Thumbnail({ path, kind, blob }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing>();

  useEffect(() => {
    if (!host.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        watch.disconnect();
        // A missing thumbnail is no reason to trouble anybody.
        drawingOf(path, kind, blob).then(setDrawing, console.warn);
      },
      { rootMargin: '200px' },
    );
    watch.observe(host.current);
    return () => watch.disconnect();
  }, [path, kind, blob]);

  return (
    <div ref={host} class="thumbnail" aria-hidden="true">
      {drawing && <Picture drawing={drawing} />}
    </div>
  );
}

async function drawingOf(path: string, kind: Kind, blob: string): Promise<Drawing | undefined> {
  const key = `${KEPT_AS}:${blob}`;
  const kept = await get<Drawing>(key);
  if (kept) return kept;
  const model = await call(modelRoutes.readModel, { query: { path } });
  const drawing = readDrawing(kind, model.source);
  if (drawing && model.blob === blob) await set(key, drawing);
  return drawing;
}

function Picture({ drawing: { x, y, width, height, marks } }: { drawing: Drawing }) {
  return (
    <svg viewBox={`${x} ${y} ${width} ${height}`} role="presentation">
      {marks.map((mark, index) => (
        <Drawn key={index} mark={mark} />
      ))}
    </svg>
  );
}

function Drawn({ mark }: { mark: Mark }) {
  const name = `mark mark-${mark.tone}`;
  switch (mark.shape) {
    case 'rect': {
      const { x, y, width, height, round } = mark;
      return <rect class={name} x={x} y={y} width={width} height={height} rx={round} />;
    }
    case 'circle':
      return <circle class={name} cx={mark.x} cy={mark.y} r={mark.radius} />;
    case 'line': {
      const points = mark.points.map(({ x, y }) => `${x},${y}`).join(' ');
      return <polyline class={name} points={points} />;
    }
  }
}
