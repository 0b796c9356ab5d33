import { useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { z } from 'zod';
import { call } from '../../../site/page/api.ts';
import { ApiProblem } from '../../../site/page/problem.ts';
import { Dialog } from '../../../site/page/ui/dialog.tsx';
import { Field, ProblemLine } from '../../../site/page/ui/field.tsx';
import { sentenceOfFirst } from '../../../site/page/ui/first-issue.ts';
import { tell } from '../../../site/page/ui/toasts.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { modelPath, note } from '../../api/common.ts';
import { libraryRoutes } from '../../library/api.ts';
import { modelRoutes } from '../../model/api.ts';
import { modelAddress } from '../../page/addresses.ts';
import { FindingList } from '../../page/ui/finding-list.tsx';
import { importingRoutes } from '../api.ts';

type Check = z.infer<typeof importingRoutes.checkImport.answer>;
type Read = {
  source: string;
  check: Check /** The saved texts' blobs by path. */;
  blobs: Map<string, string>;
};

const LARGEST_BYTES = 6_000_000;
const ENDINGS = /\.(bpmn|dmn|form)$/;
/** Lint's rule about files it cannot read; the server does not save those. */
const UNREADABLE = 'readable-file';

/** One file on its way in: its problems and where it would go, before anything is saved. */
export function ImportDialog({ file, onDone }: { file: File; onDone(): void }) {
  const { loaded, reload } = useLoaded(file.name, () => readFile(file));
  return (
    <Dialog title={`导入 ${file.name}`} onClose={onDone} wide>
      <Waiting of={loaded} reload={reload}>
        {(read) => <Import read={read} fileName={file.name} onDone={onDone} />}
      </Waiting>
    </Dialog>
  );
}

async function readFile(file: File): Promise<Read> {
  if (!ENDINGS.test(file.name)) {
    throw new ApiProblem(
      'unknown-kind',
      '只能导入流程（.bpmn）、决策表（.dmn）和表单（.form）文件，请换一个文件。',
      0,
    );
  }
  if (file.size > LARGEST_BYTES) {
    throw new ApiProblem('too-large', '文件过大，模型文件不应超过 200 万字符。', 0);
  }
  const source = await file.text();
  const [check, { models }] = await Promise.all([
    call(importingRoutes.checkImport, { body: { fileName: file.name, source } }),
    call(libraryRoutes.listModels),
  ]);
  return { source, check, blobs: new Map(models.map(({ path, blob }) => [path, blob])) };
}

function Import({ read, fileName, onDone }: { read: Read; fileName: string; onDone(): void }) {
  const [, navigate] = useLocation();
  const [path, setPath] = useState(read.check.path ?? '');
  const [text, setText] = useState(`导入文件 ${fileName}`);
  const { busy, problem, run } = useAction();
  const { findings } = read.check;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const base = read.blobs.get(path) ?? null;
  const pathProblem = path ? sentenceOfFirst(modelPath, path) : undefined;
  const unreadable = read.check.path === null && findings.some(({ rule }) => rule === UNREADABLE);

  function save(event: Event): void {
    event.preventDefault();
    void run(async () => {
      await call(modelRoutes.saveModel, { body: { path, source: read.source, base, note: text } });
      tell(`已导入 ${path}，存为草稿。`);
      onDone();
      navigate(modelAddress(path));
    });
  }

  return (
    <form onSubmit={save}>
      <h3>检查结果</h3>
      {findings.length === 0 ? (
        <p class="message message-good">没有发现问题。</p>
      ) : (
        <>
          <p>
            {unreadable
              ? '这个文件读不出来，不能导入。请用导出它的软件重新保存后再试。'
              : errors > 0
                ? `发现 ${errors} 个错误。可以先存为草稿再改正；有错误的模型不能发布。`
                : '只有提示，没有错误。'}
          </p>
          <FindingList findings={findings} />
        </>
      )}
      {!unreadable && (
        <>
          {read.check.path === null && (
            <p class="message message-warning">
              从文件中读不出它属于哪个流程，请填写保存位置，例如 stage-budget/stage-budget.bpmn。
            </p>
          )}
          <Field
            label="保存位置"
            hint={
              path === ''
                ? '流程标识/文件名。'
                : base
                  ? '这里已有模型，导入后成为它的新版本，原来的版本保留在历史中。'
                  : '这里还没有模型，将新建一个。'
            }
            problem={pathProblem}
          >
            <input
              required
              value={path}
              onInput={(event) => setPath(event.currentTarget.value.trim())}
            />
          </Field>
          <Field label="修改说明" problem={sentenceOfFirst(note, text)}>
            <textarea
              rows={2}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </Field>
        </>
      )}
      <ProblemLine problem={problem} />
      <footer class="dialog-foot">
        <button type="button" onClick={onDone}>
          {unreadable ? '关闭' : '不导入'}
        </button>
        {!unreadable && (
          <button
            type="submit"
            class="primary"
            disabled={busy || !path || Boolean(pathProblem) || !text.trim()}
          >
            {busy ? '正在保存……' : base ? '存为新版本' : '新建'}
          </button>
        )}
      </footer>
    </form>
  );
}
