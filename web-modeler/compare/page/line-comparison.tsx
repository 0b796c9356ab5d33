import type { Compared } from './comparison.tsx';
import { type Line, partsOf } from './hunks.ts';

const AROUND = 3;
const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

/** Two texts line by line: what is gone, what is new, and some lines around. */
export function LineComparison({ before, after, beforeWords, afterWords }: Compared) {
  return (
    <figure class="lines">
      <figcaption class="legend">
        <span class="legend-removed">− {beforeWords}</span>
        <span class="legend-added">+ {afterWords}</span>
      </figcaption>
      {partsOf(before ?? '', after ?? '', AROUND).map((part, index) =>
        'leftOut' in part ? (
          <p key={index} class="left-out">
            …… {part.leftOut} 行没有变化
          </p>
        ) : (
          <pre key={index}>
            {part.lines.map((line, place) => (
              <Row key={place} line={line} />
            ))}
          </pre>
        ),
      )}
    </figure>
  );
}

function Row({ line: { kind, text } }: { line: Line }) {
  const content = `${SIGNS[kind]} ${text}\n`;
  if (kind === 'removed') return <del>{content}</del>;
  if (kind === 'added') return <ins>{content}</ins>;
  return <span>{content}</span>;
}
