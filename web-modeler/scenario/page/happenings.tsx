import type { Happening } from '../api.ts';

type Props = {
  happenings: Happening[];
  read(happening: Happening): void;
  select(key: string): void;
};

const KINDS: Record<Happening['kind'], string> = {
  filed: '申报',
  notice: '通知',
  lamp: '亮灯',
  decision: '办理',
  end: '结束',
  stuck: '停住',
};

/** Everything that happens, day by day; a notice opens as it would be mailed. */
export function Happenings({ happenings, read, select }: Props) {
  return (
    <ol class="happenings">
      {happenings.map((happening, i) => {
        const { on, kind, text, visit, mail } = happening;
        const sameDay = happenings[i - 1]?.on === on;
        return (
          <li key={`${i} ${text}`} class={`happening happening-${kind}`}>
            <time dateTime={on}>{sameDay ? '' : on}</time>
            <span class="happening-kind">{KINDS[kind]}</span>
            <span class="happening-text">
              {mail ? (
                <button type="button" class="link" onClick={() => read(happening)}>
                  {text}
                </button>
              ) : visit ? (
                <button type="button" class="link quiet" onClick={() => select(visit)}>
                  {text}
                </button>
              ) : (
                text
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
