import { useEffect, useRef, useState } from 'preact/hooks';
import type { Colours } from '../diagram/differences.ts';
import { coloursOfSide } from './fates.ts';

/** Draws one text into a place; returns how to take it away again. */
export type Draw = (host: HTMLElement, source: string) => Promise<() => void>;

type Props = {
  before: string | null;
  after: string | null;
  beforeWords: string;
  afterWords: string;
  colours: Colours;
  /** The places of a part by its escaped id, as selectors. */
  where: (id: string) => string[];
  /** Has to stay the same from one drawing to the next. */
  draw: Draw;
};

/** Two texts drawn beside each other as their editor shows them, what differs coloured. */
export function RenderedSides({ colours, where, draw, ...texts }: Props) {
  return (
    <section class="rendered" aria-label="并排比较">
      <style>
        {coloursOfSide('side-before', colours.before, where)}
        {coloursOfSide('side-after', colours.after, where)}
      </style>
      <p class="legend">
        <span class="swatch swatch-added">新增</span>
        <span class="swatch swatch-removed">删除</span>
        <span class="swatch swatch-changed">修改</span>
      </p>
      <div class="sides">
        <Side name="side-before" words={texts.beforeWords} source={texts.before} draw={draw} />
        <Side name="side-after" words={texts.afterWords} source={texts.after} draw={draw} />
      </div>
    </section>
  );
}

type SideProps = { name: string; words: string; source: string | null; draw: Draw };

function Side({ name, words, source, draw }: SideProps) {
  const host = useRef<HTMLDivElement>(null);
  const [unreadable, setUnreadable] = useState(false);

  useEffect(() => {
    if (!host.current || source === null) return;
    let gone = false;
    let takeAway: (() => void) | undefined;
    setUnreadable(false);
    draw(host.current, source).then(
      (drawn) => {
        takeAway = drawn;
        if (gone) drawn();
      },
      (error: unknown) => {
        console.error(error);
        setUnreadable(true);
      },
    );
    return () => {
      gone = true;
      takeAway?.();
    };
  }, [source, draw]);

  return (
    <figure class={name}>
      <figcaption>{words}</figcaption>
      {source === null && <p class="empty">此版本中没有这个模型。</p>}
      {unreadable && <p class="empty">这个版本画不出来，请看逐项比较。</p>}
      <div ref={host} class="rendered-side" inert hidden={source === null || unreadable} />
    </figure>
  );
}
