import { inMinutes } from './time.ts';

/** An instant as Shanghai's clock shows it. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} class="time">
      {inMinutes(at)}
    </time>
  );
}
