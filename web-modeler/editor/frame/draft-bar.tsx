import type { Draft } from '../drafts/draft.ts';
import type { Actions } from './frame.tsx';

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});

type Props = { draft: Draft; older: boolean; act: Pick<Actions, 'restore' | 'giveUp'> };

/** Offers a text that was not saved before its page went away. */
export function DraftBar({ draft, older, act }: Props) {
  const when = TIME.format(new Date(draft.at));
  return (
    <div class="editor-draft" role="alert">
      <span>
        {older
          ? `您在 ${when} 有一份没有保存的修改，此后已有别人保存了新版本。恢复后保存时会请您在两个版本之间选择。`
          : `您在 ${when} 有一份没有保存的修改。`}
      </span>
      <button type="button" class="primary" onClick={() => void act.restore(draft)}>
        恢复
      </button>
      <button type="button" onClick={() => void act.giveUp()}>
        放弃
      </button>
    </div>
  );
}
