import { useState } from 'preact/hooks';
import { Link, useLocation, useSearchParams } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { NothingHere } from '../../../site/page/frame/nothing-here.tsx';
import { useTitle } from '../../../site/page/ui/page.tsx';
import { inMinutes } from '../../../site/page/ui/time.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Loading, Waiting } from '../../../site/page/ui/waiting.tsx';
import { kindOf } from '../../api/kind.ts';
import { may } from '../../api/rights.ts';
import { historyRoutes } from '../../history/api.ts';
import { RestoreDialog } from '../../history/page/restore-dialog.tsx';
import { libraryRoutes } from '../../library/api.ts';
import type { ModelSummary } from '../../library/page/groups.ts';
import { type At, atOf, type Version, wordsOf } from '../../model/page/at.ts';
import { compareAddress, historyAddress, modelAddress } from '../../page/addresses.ts';
import { changesBetween } from '../../page/changes.ts';
import { ChangeList } from '../../page/ui/change-list.tsx';
import { useMe } from '../../page/use-me.ts';
import type { Change } from '../../publishing/api.ts';
import { Comparison, changedElements } from './comparison.tsx';
import { readText } from './read-text.ts';

/** Two texts of one model: `?path=`, `before=` and `after=` as `saved`, `published`, `shipped` or a commit. */
export function ComparePage() {
  const [search] = useSearchParams();
  const path = search.get('path');
  const { loaded, reload } = useLoaded(`${path}`, async (signal) => {
    const [{ models }, { versions }] = await Promise.all([
      call(libraryRoutes.listModels, { signal }),
      call(historyRoutes.readHistory, { query: { path: path ?? '' }, signal }),
    ]);
    return { summary: models.find((model) => model.path === path), versions };
  });

  if (!path) return <NothingHere />;
  return (
    <Waiting of={loaded} reload={reload}>
      {({ summary, versions }) => (
        <Compare
          path={path}
          summary={summary}
          versions={versions}
          before={atOf(search.get('before') ?? 'published')}
          after={atOf(search.get('after'))}
        />
      )}
    </Waiting>
  );
}

type Props = {
  path: string;
  summary: ModelSummary | undefined;
  versions: Version[];
  before: At;
  after: At;
};

function Compare({ path, summary, versions, before, after }: Props) {
  const me = useMe();
  const [, navigate] = useLocation();
  const [restoring, setRestoring] = useState(false);
  const { loaded, reload } = useLoaded(`${path} ${before} ${after}`, async (signal) => {
    const texts = await Promise.all([
      readText(path, before, signal),
      readText(path, after, signal),
    ]);
    return { before: texts[0], after: texts[1] };
  });
  const name = summary?.name ?? path;
  useTitle(`${name} 版本比较`);

  function choose(next: { before?: string; after?: string }): void {
    navigate(compareAddress(path, next.before ?? before, next.after ?? after), { replace: true });
  }

  return (
    <main class="compare">
      <header class="model-head">
        <nav class="crumbs" aria-label="位置">
          <Link href="/">模型库</Link>
          <Link href={modelAddress(path)}>{name}</Link>
          <h1>版本比较</h1>
        </nav>
        <Choice
          label="旧版本"
          chosen={before}
          versions={versions}
          choose={(at) => choose({ before: at })}
        />
        <Choice
          label="新版本"
          chosen={after}
          versions={versions}
          choose={(at) => choose({ after: at })}
        />
        <div class="actions">
          <button type="button" onClick={() => choose({ before: after, after: before })}>
            左右对调
          </button>
          <Link href={historyAddress(path)} className="button">
            历史
          </Link>
          {may(me, 'edit') && before !== 'saved' && (
            <button type="button" onClick={() => setRestoring(true)}>
              {before === 'shipped' ? '采用随附版本' : '恢复左侧版本'}
            </button>
          )}
        </div>
      </header>
      <Waiting of={loaded} reload={reload}>
        {(texts) => (
          <Differences
            path={path}
            before={before}
            after={after}
            versions={versions}
            texts={texts}
          />
        )}
      </Waiting>
      {restoring && (
        <RestoreDialog
          path={path}
          at={before}
          words={wordsOf(before, versions)}
          base={summary?.blob ?? null}
          onClose={() => setRestoring(false)}
          onRestored={() => navigate(modelAddress(path))}
        />
      )}
    </main>
  );
}

type ChoiceProps = {
  label: string;
  chosen: At;
  versions: Version[];
  choose(at: string): void;
};

function Choice({ label, chosen, versions, choose }: ChoiceProps) {
  const known = versions.some(({ commit }) => commit === chosen);
  const isCommit = chosen !== 'saved' && chosen !== 'published' && chosen !== 'shipped';
  return (
    <label class="inline-field">
      {label}
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="saved">{wordsOf('saved')}</option>
        <option value="published">{wordsOf('published')}</option>
        <option value="shipped">{wordsOf('shipped')}</option>
        {isCommit && !known && <option value={chosen}>{wordsOf(chosen)}</option>}
        <optgroup label="历史版本">
          {versions.map(({ commit, at, by, note }) => (
            <option key={commit} value={commit}>
              {inMinutes(at)} {by.name} {note.slice(0, 30)}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

type DifferencesProps = {
  path: string;
  before: At;
  after: At;
  versions: Version[];
  texts: { before: string | null; after: string | null };
};

function Differences({ path, before, after, versions, texts }: DifferencesProps) {
  const [shown, setShown] = useState<{ elementId: string }>();
  const { loaded } = useLoaded(`${path} ${before} ${after}`, () =>
    changesBetween(path, texts.before, texts.after),
  );
  if (texts.before === null && texts.after === null) {
    return <p class="empty">两个版本中都没有这个模型。</p>;
  }
  if (texts.before === texts.after) return <p class="empty">两个版本完全相同。</p>;
  if (loaded.state === 'loading') return <Loading />;
  const changes = loaded.state === 'loaded' ? loaded.value : [];

  return (
    <div class="compare-body">
      <section class="compare-changes" aria-label="修改内容">
        <h2>修改内容</h2>
        {loaded.state === 'failed' ? (
          <p class="message message-warning">无法逐条列出修改内容，请直接对照下面的比较。</p>
        ) : (
          <ChangeList
            changes={changes}
            {...(kindOf(path) === 'process' ? { onChosen: showElement(setShown) } : {})}
          />
        )}
      </section>
      <Comparison
        kind={kindOf(path)}
        path={path}
        before={texts.before}
        after={texts.after}
        beforeWords={wordsOf(before, versions)}
        afterWords={wordsOf(after, versions)}
        shown={shown}
        changed={changedElements(changes)}
      />
    </div>
  );
}

function showElement(show: (shown: { elementId: string }) => void) {
  return ({ elementId }: Change) => {
    if (elementId) show({ elementId });
  };
}
