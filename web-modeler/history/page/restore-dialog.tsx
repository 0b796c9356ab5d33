import { useState } from 'preact/hooks';
import { call } from '../../../site/page/api.ts';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { Field, ProblemLine } from '../../../site/page/ui/field.tsx';
import { sentenceOfFirst } from '../../../site/page/ui/first-issue.ts';
import { tell } from '../../../site/page/ui/toasts.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { note as noteSchema } from '../../api/common.ts';
import type { At } from '../../model/page/at.ts';
import { historyRoutes } from '../api.ts';

type Props = {
  path: string;
  at: At;
  /** How the text is called. */
  words: string;
  /** The blob that is saved now; null when the model is gone. */
  base: string | null;
  onClose(): void;
  onRestored(): void;
};

/** Saves an earlier text as a new version: nothing of what came after it is lost. */
export function RestoreDialog({ path, at, words, base, onClose, onRestored }: Props) {
  const [note, setNote] = useState(`恢复为${words}`);
  const { busy, problem, run } = useAction();

  function restore(event: Event): void {
    event.preventDefault();
    void run(async () => {
      await call(historyRoutes.restoreModel, { body: { path, at, base, note } });
      tell('已恢复，存为新版本。发布之前不影响正在办理的项目。');
      onRestored();
    });
  }

  return (
    <Dialog title={`恢复为${words}`} onClose={onClose}>
      <form onSubmit={restore}>
        <p>恢复后成为最新的草稿，现有的版本仍保留在历史中；经他人发布后才对新项目生效。</p>
        <Field label="修改说明" problem={sentenceOfFirst(noteSchema, note)}>
          <textarea rows={3} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </Field>
        <ProblemLine problem={problem} />
        <footer class="dialog-foot">
          <button type="button" onClick={onClose}>
            取消
          </button>
          <button type="submit" class="primary" disabled={busy || !note.trim()}>
            {busy ? '正在恢复……' : '恢复'}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
