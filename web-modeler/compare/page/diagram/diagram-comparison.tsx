import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import './differences.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading } from '../../../../site/page/ui/waiting.tsx';
import type { Compared } from '../comparison.tsx';
import { LineComparison } from '../line-comparison.tsx';
import { openSideBySide, type SideBySide } from './side-by-side.ts';

/** Two diagrams beside each other that move together, coloured by what became of each element. */
export function DiagramComparison(compared: Compared) {
  const { before, after, changed, shown } = compared;
  const left = useRef<HTMLDivElement>(null);
  const right = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<SideBySide>();
  const [unreadable, setUnreadable] = useState(false);

  const colourAlso = changed?.join(' ') ?? '';
  useEffect(() => {
    if (!left.current || !right.current) return;
    setOpened(undefined);
    setUnreadable(false);
    let gone = false;
    let sides: SideBySide | undefined;
    openSideBySide(
      { host: left.current, source: before },
      { host: right.current, source: after },
      colourAlso.split(' ').filter(Boolean),
    ).then(
      (opened) => {
        sides = opened;
        if (gone) opened.destroy();
        else setOpened(opened);
      },
      () => setUnreadable(true),
    );
    return () => {
      gone = true;
      sides?.destroy();
    };
  }, [before, after, colourAlso]);

  useEffect(() => {
    if (shown) opened?.show(shown.elementId);
  }, [shown, opened]);

  // A text that is no diagram can still be compared as a text.
  if (unreadable) return <LineComparison {...compared} />;
  return (
    <section class="diagrams" aria-label="图形比较">
      <p class="legend">
        <span class="swatch swatch-added">新增</span>
        <span class="swatch swatch-removed">删除</span>
        <span class="swatch swatch-changed">修改</span>
        <span class="swatch swatch-moved">仅移动位置</span>
        <span class="muted">拖动或滚动任一侧，两侧同步移动；按住 Ctrl 滚动可缩放。</span>
        <span class="actions">
          <button type="button" disabled={!opened} onClick={() => opened?.zoom(1.25)}>
            放大
          </button>
          <button type="button" disabled={!opened} onClick={() => opened?.zoom(0.8)}>
            缩小
          </button>
          <button type="button" disabled={!opened} onClick={() => opened?.fit()}>
            显示全图
          </button>
        </span>
      </p>
      {!opened && <Loading />}
      <div class="sides">
        <figure>
          <figcaption>{compared.beforeWords}</figcaption>
          {before === null && <p class="empty">此版本中没有这个模型。</p>}
          <div ref={left} class="diagram-side" hidden={before === null} />
        </figure>
        <figure>
          <figcaption>{compared.afterWords}</figcaption>
          {after === null && <p class="empty">此版本中没有这个模型。</p>}
          <div ref={right} class="diagram-side" hidden={after === null} />
        </figure>
      </div>
    </section>
  );
}
