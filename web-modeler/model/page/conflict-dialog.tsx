import type { z } from 'zod';
import { base } from '../../../site/page/base.ts';
import { download, fileNameOf } from '../../../site/page/download.ts';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { ProblemLine } from '../../../site/page/ui/field.tsx';
import { inMinutes } from '../../../site/page/ui/time.ts';
import type { Kind } from '../../api/common.ts';
import type { conflict as conflictSchema } from '../../api/model.ts';
import { Comparison } from '../../compare/page/comparison.tsx';
import { compareAddress } from '../../page/addresses.ts';

export type Conflict = z.infer<typeof conflictSchema>;

type Props = {
  path: string;
  kind: Kind;
  mine: string;
  /** The commit the editing began from; null when it is not known. */
  begunAt: string | null;
  conflict: Conflict;
  busy: boolean;
  problem: string | undefined;
  keepMine(): void;
  takeTheirs(): void;
  onCancelled(): void;
};

/** Two people changed one model: shows both texts and lets the second one choose. Nothing is lost. */
export function ConflictDialog({
  path,
  kind,
  mine,
  begunAt,
  conflict,
  busy,
  problem,
  ...on
}: Props) {
  const { theirs, changed } = conflict;

  function keepCopy(): void {
    download(`我的修改-${fileNameOf(path)}`, mine);
  }

  return (
    <Dialog title="他人已先保存了新版本" onClose={on.onCancelled} wide>
      <p>
        {changed.by.name} 于 {inMinutes(changed.at)} 保存了“{changed.note}”。
        您的修改还没有保存，请选择如何处理：
      </p>
      <dl class="choices-explained">
        <dt>保留我的</dt>
        <dd>您的版本成为最新版本，对方的版本留在历史中，可随时查看和恢复。</dd>
        <dt>采用对方的</dt>
        <dd>您的版本先下载成文件留存，然后打开对方的版本继续修改。</dd>
        <dt>另存比较</dt>
        <dd>
          您的版本下载成文件留存，并在新窗口列出对方改了什么；可以在本页照着补上，再保存时选“保留我的”。
        </dd>
      </dl>
      <Comparison
        path={path}
        kind={kind}
        before={theirs.source}
        after={mine}
        beforeWords={`对方的版本（${changed.by.name}）`}
        afterWords="我的版本（未保存）"
      />
      <ProblemLine problem={problem} />
      <footer class="dialog-foot">
        <button type="button" onClick={on.onCancelled}>
          返回编辑
        </button>
        <button
          type="button"
          disabled={busy}
          onClick={() => {
            keepCopy();
            window.open(base + compareAddress(path, begunAt ?? 'published', theirs.commit));
            on.onCancelled();
          }}
        >
          另存比较
        </button>
        <button
          type="button"
          disabled={busy}
          onClick={() => {
            keepCopy();
            on.takeTheirs();
          }}
        >
          采用对方的
        </button>
        <button type="button" class="primary" disabled={busy} onClick={on.keepMine}>
          保留我的
        </button>
      </footer>
    </Dialog>
  );
}
