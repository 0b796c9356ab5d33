import { useState } from 'preact/hooks';
import { call } from '../../../site/page/api.ts';
import { ApiProblem } from '../../../site/page/problem.ts';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { Field, ProblemLine } from '../../../site/page/ui/field.tsx';
import { sentenceOfFirst } from '../../../site/page/ui/first-issue.ts';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { type Finding, type Kind, note as noteSchema } from '../../api/common.ts';
import { conflict } from '../../api/model.ts';
import { changesBetween } from '../../page/changes.ts';
import { ChangeList } from '../../page/ui/change-list.tsx';
import { CheckTag } from '../../page/ui/tags.tsx';
import { modelRoutes } from '../api.ts';
import { type Conflict, ConflictDialog } from './conflict-dialog.tsx';

/** A text with the blob and the commit it is saved as; null: none, or not known. */
export type Saved = { source: string; blob: string | null; commit: string | null };

type Props = {
  path: string;
  kind: Kind;
  /** What the editing began from. */
  begun: Saved;
  text: string;
  findings: Finding[];
  onSaved(saved: Saved & { blob: string }): void;
  /** Somebody else's version was chosen in place of this text. */
  onTheirsTaken(): void;
  onCancelled(): void;
};

/** Saves a text as a new version, with a note; when somebody else saved meanwhile, both are shown. */
export function Saving({ path, kind, begun, text, findings, onSaved, ...on }: Props) {
  const [note, setNote] = useState('');
  const [met, setMet] = useState<Conflict>();
  const { busy, problem, run } = useAction();

  function save(base: string | null): void {
    void run(async () => {
      try {
        const { model } = await call(modelRoutes.saveModel, {
          body: { path, source: text, base, note },
        });
        onSaved({ source: text, blob: model.blob, commit: model.commit });
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'conflict') throw error;
        setMet(conflict.parse(error.details));
      }
    });
  }

  if (met) {
    return (
      <ConflictDialog
        path={path}
        kind={kind}
        mine={text}
        begunAt={begun.commit}
        conflict={met}
        busy={busy}
        problem={problem}
        keepMine={() => save(met.theirs.blob)}
        takeTheirs={on.onTheirsTaken}
        onCancelled={on.onCancelled}
      />
    );
  }

  return (
    <Dialog title="保存为新版本" onClose={on.onCancelled}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(begun.blob);
        }}
      >
        <WhatChanged path={path} before={begun.blob === null ? null : begun.source} after={text} />
        <WhatLintSays findings={findings} />
        <Field
          label="修改说明"
          hint="写明改了什么、为什么改，例如：按九数办〔2026〕12号调整技术评审时限。"
          problem={note && sentenceOfFirst(noteSchema, note)}
        >
          <textarea
            rows={3}
            required
            autofocus
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        <ProblemLine problem={problem} />
        <footer class="dialog-foot">
          <button type="button" onClick={on.onCancelled}>
            取消
          </button>
          <button type="submit" class="primary" disabled={busy || !note.trim()}>
            {busy ? '正在保存……' : '保存'}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

type WhatChangedProps = { path: string; before: string | null; after: string };

function WhatChanged({ path, before, after }: WhatChangedProps) {
  const { loaded } = useLoaded(path, () => changesBetween(path, before, after));
  // The list only helps to write the note: a text that cannot be read yet may be saved all the same.
  if (before === null || loaded.state !== 'loaded' || loaded.value.length === 0) return null;
  return (
    <section class="what-changed">
      <h3>本次修改</h3>
      <ChangeList changes={loaded.value} />
    </section>
  );
}

function WhatLintSays({ findings }: { findings: Finding[] }) {
  const errors = findings.filter(({ severity, document }) => severity === 'error' && !document);
  if (errors.length === 0) return null;
  return (
    <p class="message message-warning">
      <CheckTag errors={errors.length} warnings={0} />
      可以先保存，改正或凭文号放行之后才能发布。
    </p>
  );
}
