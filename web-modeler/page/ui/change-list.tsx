import type { Change } from '../../publishing/api.ts';

type Props = {
  changes: Change[];
  /** Shows the element of a change; without it the list is only read. */
  onChosen?: (change: Change) => void;
};

const KIND_WORDS = { added: '新增', removed: '删除', changed: '修改', layout: '图形' } as const;

/** Changes in the law's words: what touches days, amounts, bodies or articles comes first. */
export function ChangeList({ changes, onChosen }: Props) {
  if (changes.length === 0) return <p class="empty">内容没有变化。</p>;
  const ordered = [...changes].sort((one, other) => rankOf(one) - rankOf(other));
  return (
    <ul class="changes">
      {ordered.map((change) => {
        const { path, kind, elementId, sentence, legal } = change;
        return (
          <li key={`${path} ${kind} ${elementId} ${sentence}`} class={`change change-${kind}`}>
            <span class={`change-kind change-kind-${kind}`}>{KIND_WORDS[kind]}</span>
            {onChosen && elementId ? (
              <button type="button" class="link" onClick={() => onChosen(change)}>
                {sentence}
              </button>
            ) : (
              <span>{sentence}</span>
            )}
            {legal && <span class="tag tag-legal">法定内容</span>}
          </li>
        );
      })}
    </ul>
  );
}

function rankOf({ legal, kind }: Change): number {
  if (legal) return 0;
  return kind === 'layout' ? 2 : 1;
}
