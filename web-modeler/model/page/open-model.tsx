import { useEffect, useRef, useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { guardLeaving } from '../../../site/page/leaving.ts';
import { sentenceOf } from '../../../site/page/problem.ts';
import { useTitle } from '../../../site/page/ui/page.tsx';
import { tell } from '../../../site/page/ui/toasts.tsx';
import type { Kind } from '../../api/common.ts';
import { may } from '../../api/rights.ts';
import type { EditorHandle } from '../../editor/editor-contract.ts';
import { libraryRoutes } from '../../library/api.ts';
import type { ModelSummary } from '../../library/page/groups.ts';
import {
  compareAddress,
  historyAddress,
  modelAddress,
  submitAddress,
} from '../../page/addresses.ts';
import { CheckTag, StateTag } from '../../page/ui/tags.tsx';
import { KIND_WORDS } from '../../page/ui/words.ts';
import { tryUnsaved } from '../../page/unsaved-texts.ts';
import { useMe } from '../../page/use-me.ts';
import { type At, wordsOf } from './at.ts';
import { EditorHost } from './editor-host.tsx';
import { ExportMenu } from './export-menu.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { type Saved, Saving } from './saving.tsx';

type Props = {
  /** The text to open; a blob of null: it was never saved. */
  model: Saved & { path: string; kind: Kind };
  /** What the library knows of it when it is opened; undefined for one that is new or gone. */
  summary: ModelSummary | undefined;
  name?: string;
  at: At;
  element: string | undefined;
  /** Reads it anew and opens the editor with that. */
  reopen(): void;
};

type Asking = { answer(agreed: boolean): void };

/** What the library knows of a model now; undefined when it has no such model. */
export async function readSummary(
  path: string | null,
  signal?: AbortSignal,
): Promise<ModelSummary | undefined> {
  const { models } = await call(libraryRoutes.listModels, signal ? { signal } : {});
  return models.find((summary) => summary.path === path);
}

/** The page around an editor: what it is, what can be done with it, and that no change is lost. */
export function OpenModel({ model, summary: known, name, at, element, reopen }: Props) {
  const me = useMe();
  const [, navigate] = useLocation();
  const [editor, setEditor] = useState<EditorHandle>();
  const [saved, setSaved] = useState<Saved>(model);
  const [summary, setSummary] = useState(known);
  const [dirty, setDirty] = useState(model.blob === null);
  const [savingText, setSavingText] = useState<string>();
  const [asking, setAsking] = useState<Asking>();
  const readOnly = at !== 'saved' || !may(me, 'edit');
  const isNew = saved.blob === null;
  const title = summary?.name ?? name ?? model.path;
  useTitle(title);
  const leavingFreely = useRef(false);

  useEffect(() => {
    if (!dirty) return;
    const askBrowser = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', askBrowser);
    const stop = guardLeaving(() =>
      leavingFreely.current
        ? Promise.resolve(true)
        : new Promise((answer) => setAsking({ answer })),
    );
    return () => {
      window.removeEventListener('beforeunload', askBrowser);
      stop();
    };
  }, [dirty]);

  async function startSaving(): Promise<void> {
    if (readOnly || !editor) return;
    setSavingText(await editor.source());
  }

  function wasSaved(now: Saved & { blob: string }): void {
    setSavingText(undefined);
    setSaved(now);
    editor?.saved(now.source, now.blob);
    setDirty(false);
    tell('已保存为新版本。发布之前不影响正在办理的项目。');
    if (asking) {
      answer(true);
    } else if (isNew) {
      leaveTo(modelAddress(model.path));
    } else {
      readSummary(model.path).then(setSummary, (error: unknown) => tell(sentenceOf(error)));
    }
  }

  function answer(agreed: boolean): void {
    asking?.answer(agreed);
    setAsking(undefined);
  }

  function leaveTo(address: string): void {
    leavingFreely.current = true;
    navigate(address);
  }

  async function playScenario(): Promise<void> {
    tryUnsaved(dirty && editor ? [{ path: model.path, source: await editor.source() }] : []);
    // Nothing is lost: the editor keeps the text in this browser and offers it when it is opened again.
    leaveTo('/scenario');
  }

  return (
    <main class="model" data-path={model.path}>
      <header class="model-head">
        <nav class="crumbs" aria-label="位置">
          <Link href="/">模型库</Link>
          {summary && summary.kind !== 'process' && <span>{summary.home.name}</span>}
          <h1>{title}</h1>
        </nav>
        <span class="muted">{KIND_WORDS[model.kind]}</span>
        {at === 'saved' ? (
          <ModelState summary={summary} isNew={isNew} dirty={dirty} />
        ) : (
          <span class="tag tag-old">{wordsOf(at)}（只读）</span>
        )}
        <div class="actions">
          {at !== 'saved' && <Link href={modelAddress(model.path)}>打开当前版本</Link>}
          {!isNew && (
            <>
              <Link href={historyAddress(model.path)} className="button">
                历史
              </Link>
              <Link href={compareAddress(model.path, 'shipped', 'saved')} className="button">
                与随附版本比较
              </Link>
            </>
          )}
          <ExportMenu editor={editor} path={model.path} kind={model.kind} />
          {may(me, 'edit') && (model.kind === 'process' || model.kind === 'decision') && (
            <button type="button" disabled={!editor} onClick={playScenario}>
              推演
            </button>
          )}
          {!readOnly && summary?.state === 'draft' && !dirty && (
            <Link href={submitAddress(model.path)} className="button">
              提交发布
            </Link>
          )}
          {!readOnly && (
            <button
              type="button"
              class="primary"
              title="Ctrl+S"
              disabled={!editor || !dirty}
              onClick={startSaving}
            >
              保存
            </button>
          )}
        </div>
      </header>
      <EditorHost
        path={model.path}
        kind={model.kind}
        source={model.source}
        blob={model.blob}
        readOnly={readOnly}
        me={me}
        element={element}
        onOpened={setEditor}
        onDirty={(changed) => setDirty(changed || isNew)}
        onSaveRequested={startSaving}
        onOpen={(path) => navigate(modelAddress(path))}
        onRestored={(blob) => setSaved({ ...saved, blob, commit: null })}
      />
      {asking && savingText === undefined && (
        <LeaveDialog save={startSaving} leave={() => answer(true)} stay={() => answer(false)} />
      )}
      {savingText !== undefined && (
        <Saving
          path={model.path}
          kind={model.kind}
          begun={saved}
          text={savingText}
          findings={editor?.findings() ?? []}
          onSaved={wasSaved}
          onTheirsTaken={() => {
            setSavingText(undefined);
            setDirty(false);
            answer(false);
            reopen();
          }}
          onCancelled={() => {
            setSavingText(undefined);
            answer(false);
          }}
        />
      )}
    </main>
  );
}

function ModelState({
  summary,
  isNew,
  dirty,
}: {
  summary: ModelSummary | undefined;
  isNew: boolean;
  dirty: boolean;
}) {
  if (isNew) return <span class="tag tag-draft">新建，尚未保存</span>;
  return (
    <>
      {dirty && <span class="tag tag-unsaved">有未保存的修改</span>}
      {summary && !dirty && <StateTag state={summary.state} />}
      {summary && !dirty && <CheckTag errors={summary.errors} warnings={summary.warnings} />}
    </>
  );
}
