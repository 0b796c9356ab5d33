import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { Confirmation } from '../../../site/page/ui/confirmation.tsx';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { Field, ProblemLine } from '../../../site/page/ui/field.tsx';
import { sentenceOfFirst } from '../../../site/page/ui/first-issue.ts';
import { tell } from '../../../site/page/ui/toasts.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { note as noteSchema } from '../../api/common.ts';
import { submissionAddress } from '../../page/addresses.ts';
import { DocumentField, isDocument } from '../../page/ui/document-field.tsx';
import type { Submission } from '../api.ts';
import { publishingRoutes } from '../api.ts';
import type { Rights } from './rights.ts';

type Props = { submission: Submission; rights: Rights; onDone(): void };
type Asked = 'publish' | 'refuse' | 'withdraw' | 'rollBack';

/** The buttons of a submission, each with its question; a disabled one says why. */
export function SubmissionActions({ submission, rights, onDone }: Props) {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const done = () => {
    close();
    onDone();
  };

  return (
    <>
      {submission.state === 'open' && (
        <div class="decide">
          <div class="actions">
            {rights.mayWithdraw && (
              <button type="button" onClick={() => setAsked('withdraw')}>
                撤回
              </button>
            )}
            <button
              type="button"
              disabled={rights.noRefusing !== undefined}
              title={rights.noRefusing}
              onClick={() => setAsked('refuse')}
            >
              退回
            </button>
            <button
              type="button"
              class="primary"
              disabled={rights.noPublishing !== undefined}
              onClick={() => setAsked('publish')}
            >
              发布
            </button>
          </div>
          {rights.noPublishing && <p class="why-not">{rights.noPublishing}</p>}
        </div>
      )}
      {rights.mayRollBack && (
        <button type="button" onClick={() => setAsked('rollBack')}>
          回退到此次发布
        </button>
      )}
      {asked === 'publish' && <Publish submission={submission} close={close} done={done} />}
      {asked === 'refuse' && <Refuse submission={submission} close={close} done={done} />}
      {asked === 'withdraw' && <Withdraw submission={submission} close={close} done={done} />}
      {asked === 'rollBack' && <RollBack submission={submission} close={close} />}
    </>
  );
}

type Question = { submission: Submission; close(): void; done(): void };

function Publish({ submission: { id, files }, close, done }: Question) {
  return (
    <Confirmation
      title="发布"
      yes="确认发布"
      busyWords="正在发布……"
      close={close}
      act={async () => {
        const { warning } = await call(publishingRoutes.publish, { params: { id } });
        tell(warning ?? '已发布，新项目将按新版本办理。');
        done();
      }}
    >
      将发布 {files.length} 个文件的修改。发布后新项目按新版本办理；正在办理的项目仍按原版本办理，
      需要时可在发布后另行迁移。
    </Confirmation>
  );
}

function Refuse({ submission: { id }, close, done }: Question) {
  const [reason, setReason] = useState('');
  const { busy, problem, run } = useAction();
  return (
    <Dialog title="退回" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => {
            await call(publishingRoutes.refuse, { params: { id }, body: { reason } });
            tell('已退回，草稿仍保留。');
            done();
          });
        }}
      >
        <p>退回后草稿仍保留，提交人修改后可再次提交。</p>
        <Field label="退回原因" problem={reason && sentenceOfFirst(noteSchema, reason)}>
          <textarea
            rows={3}
            required
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        <ProblemLine problem={problem} />
        <footer class="dialog-foot">
          <button type="button" onClick={close}>
            取消
          </button>
          <button type="submit" class="primary" disabled={busy || !reason.trim()}>
            {busy ? '正在退回……' : '退回'}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function Withdraw({ submission: { id }, close, done }: Question) {
  return (
    <Confirmation
      title="撤回"
      yes="撤回"
      busyWords="正在撤回……"
      close={close}
      act={async () => {
        await call(publishingRoutes.withdraw, { params: { id } });
        tell('已撤回，草稿仍保留。');
        done();
      }}
    >
      撤回后不再等待发布，草稿仍保留，可以修改后再次提交。
    </Confirmation>
  );
}

function RollBack({ submission: { id, document: former }, close }: Omit<Question, 'done'>) {
  const [, navigate] = useLocation();
  const [document, setDocument] = useState('');
  const [note, setNote] = useState(`回退到 ${former} 发布后的版本`);
  const { busy, problem, run } = useAction();
  return (
    <Dialog title="回退到此次发布" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => {
            const made = await call(publishingRoutes.rollBack, {
              params: { id },
              body: { document, note },
            });
            tell('已提交回退，等待另一人发布。');
            close();
            navigate(submissionAddress(made.id));
          });
        }}
      >
        <p>将所有模型恢复为此次发布后的内容，作为一次新的提交，同样须由另一人发布。</p>
        <DocumentField value={document} change={setDocument} hint="要求回退的文件的文号。" />
        <Field label="说明" problem={sentenceOfFirst(noteSchema, note)}>
          <textarea rows={3} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </Field>
        <ProblemLine problem={problem} />
        <footer class="dialog-foot">
          <button type="button" onClick={close}>
            取消
          </button>
          <button
            type="submit"
            class="primary"
            disabled={busy || !isDocument(document) || !note.trim()}
          >
            {busy ? '正在提交……' : '提交回退'}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
