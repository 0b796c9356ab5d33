import { useState } from 'preact/hooks';
import { call } from '../../../site/page/api.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { kind } from '../../api/common.ts';
import { kindOf } from '../../api/kind.ts';
import { Comparison, changedElements } from '../../compare/page/comparison.tsx';
import { readText } from '../../compare/page/read-text.ts';
import { historyRoutes } from '../../history/api.ts';
import { libraryRoutes } from '../../library/api.ts';
import { ChangeList } from '../../page/ui/change-list.tsx';
import { KIND_WORDS } from '../../page/ui/words.ts';
import type { Submission } from '../api.ts';

const KINDS = kind.options;

type File = Submission['files'][number];

/** The changes of a submission in words, beside the differences of the file that is chosen. */
export function Files({ submission }: { submission: Submission }) {
  const { changes } = submission;
  const files = [...submission.files].sort(
    (one, other) => KINDS.indexOf(kindOf(one.path)) - KINDS.indexOf(kindOf(other.path)),
  );
  const [chosen, setChosen] = useState(files[0]?.path);
  const names = useNames();
  const [shown, setShown] = useState<{ elementId: string }>();
  const file = files.find(({ path }) => path === chosen);

  return (
    <section>
      <h2>修改内容</h2>
      <div class="submission-files">
        <div class="compare-changes">
          {files.map(({ path }) => {
            const own = changes.filter((change) => change.path === path);
            return (
              <article key={path} class={path === chosen ? 'file file-chosen' : 'file'}>
                <h3>
                  <button
                    type="button"
                    class="link"
                    aria-pressed={path === chosen}
                    onClick={() => setChosen(path)}
                  >
                    {names.get(path) ?? path}
                  </button>
                  <span class="muted"> {KIND_WORDS[kindOf(path)]}</span>
                  <span class="id block">{path}</span>
                </h3>
                <ChangeList
                  changes={own}
                  onChosen={({ elementId }) => {
                    setChosen(path);
                    if (elementId) setShown({ elementId });
                  }}
                />
              </article>
            );
          })}
        </div>
        {file && (
          <Difference
            key={file.path}
            submission={submission}
            file={file}
            shown={shown}
            changed={changedElements(changes.filter(({ path }) => path === file.path))}
          />
        )}
      </div>
    </section>
  );
}

/** The models' Chinese names by path; empty until they are known, or when they cannot be. */
function useNames(): Map<string, string> {
  const { loaded } = useLoaded('names', (signal) => call(libraryRoutes.listModels, { signal }));
  const models = loaded.state === 'loaded' ? loaded.value.models : [];
  return new Map(models.map(({ path, name }) => [path, name]));
}

type DifferenceProps = {
  submission: Submission;
  file: File;
  shown: { elementId: string } | undefined;
  changed: string[];
};

function Difference({ submission, file, shown, changed }: DifferenceProps) {
  const { path, before, after } = file;
  const { loaded, reload } = useLoaded(`${submission.id} ${path}`, async (signal) => {
    const texts = await Promise.all([
      before === null ? null : readBefore(path, before, signal),
      after === null ? null : readText(path, submission.commit, signal),
    ]);
    return { before: texts[0], after: texts[1] };
  });
  return (
    <Waiting of={loaded} reload={reload}>
      {(texts) => (
        <Comparison
          kind={kindOf(path)}
          path={path}
          before={texts.before}
          after={texts.after}
          beforeWords="发布前"
          afterWords="本次提交"
          shown={shown}
          changed={changed}
        />
      )}
    </Waiting>
  );
}

/** The text a blob stands for: what is published while nothing else was, else the version that had it. */
async function readBefore(path: string, blob: string, signal: AbortSignal): Promise<string | null> {
  const { versions } = await call(historyRoutes.readHistory, { query: { path }, signal });
  const version = versions.find((other) => other.blob === blob);
  return readText(path, version?.commit ?? 'published', signal);
}
