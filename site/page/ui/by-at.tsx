import { Moment } from './moment.tsx';

/** Who, and below it when: a cell of a table. */
export function ByAt({ by, at }: { by: { name: string }; at: string }) {
  return (
    <>
      {by.name}
      <span class="muted block">
        <Moment at={at} />
      </span>
    </>
  );
}
