import type { ComponentChildren } from 'preact';
import { Dialog } from './dialog.tsx';
import { ProblemLine } from './field.tsx';
import { useAction } from './use-action.ts';

type Props = {
  title: string;
  /** The button's words, and what they are while it works. */
  yes: string;
  busyWords: string;
  close(): void;
  act(): Promise<void>;
  children: ComponentChildren;
};

/** Says what is about to be done, and does it once that is confirmed. */
export function Confirmation({ title, yes, busyWords, close, act, children }: Props) {
  const { busy, problem, run } = useAction();
  return (
    <Dialog title={title} onClose={close}>
      <p>{children}</p>
      <ProblemLine problem={problem} />
      <footer class="dialog-foot">
        <button type="button" onClick={close}>
          取消
        </button>
        <button type="button" class="primary" disabled={busy} onClick={() => run(act)}>
          {busy ? busyWords : yes}
        </button>
      </footer>
    </Dialog>
  );
}
