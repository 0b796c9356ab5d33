import { useState } from 'preact/hooks';
import { Link, useLocation, useSearchParams } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { NothingHere } from '../../../site/page/frame/nothing-here.tsx';
import { ApiProblem } from '../../../site/page/problem.ts';
import { Moment } from '../../../site/page/ui/moment.tsx';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { may } from '../../api/rights.ts';
import { libraryRoutes } from '../../library/api.ts';
import { modelRoutes } from '../../model/api.ts';
import { type At, type Version, wordsOf } from '../../model/page/at.ts';
import { compareAddress, modelAddress } from '../../page/addresses.ts';
import { useMe } from '../../page/use-me.ts';
import { historyRoutes } from '../api.ts';
import { RestoreDialog } from './restore-dialog.tsx';

type Read = {
  name: string;
  versions: Version[];
  /** The blobs that are saved, in use and shipped; null where there is no such file. */
  saved: string | null;
  published: string | null;
  shipped: string | null;
};

/** The versions of one model, newest first: compare any two, look at one, bring one back. */
export function HistoryPage() {
  const [search] = useSearchParams();
  const path = search.get('path');
  const { loaded, reload } = useLoaded(`${path}`, (signal) => readHistory(path ?? '', signal));
  if (!path) return <NothingHere />;
  return (
    <Waiting of={loaded} reload={reload}>
      {(read) => <History path={path} read={read} reload={reload} />}
    </Waiting>
  );
}

async function readHistory(path: string, signal: AbortSignal): Promise<Read> {
  const [{ versions }, { models }, published, shipped] = await Promise.all([
    call(historyRoutes.readHistory, { query: { path }, signal }),
    call(libraryRoutes.listModels, { signal }),
    blobAt(path, 'published', signal),
    blobAt(path, 'shipped', signal),
  ]);
  const summary = models.find((model) => model.path === path);
  return {
    name: summary?.name ?? path,
    versions,
    saved: summary?.blob ?? null,
    published,
    shipped,
  };
}

async function blobAt(path: string, at: At, signal: AbortSignal): Promise<string | null> {
  try {
    return (await call(modelRoutes.readModel, { query: { path, at }, signal })).blob;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

function History({ path, read, reload }: { path: string; read: Read; reload(): void }) {
  const me = useMe();
  const [, navigate] = useLocation();
  const { versions, saved } = read;
  const [before, setBefore] = useState(versions[1]?.commit ?? versions[0]?.commit);
  const [after, setAfter] = useState(versions[0]?.commit);
  const [restoring, setRestoring] = useState<At>();

  return (
    <Page
      title={`${read.name}的历史`}
      lead={
        <>
          可以比较任意两个版本，或者恢复较早的版本。
          <Link href={modelAddress(path)}>打开模型</Link>
        </>
      }
      actions={
        <>
          <Link href={compareAddress(path, 'published', 'saved')} className="button">
            与已发布版本比较
          </Link>
          <Link href={compareAddress(path, 'shipped', 'saved')} className="button">
            与随附版本比较
          </Link>
          <button
            type="button"
            class="primary"
            disabled={!before || !after || before === after}
            onClick={() => before && after && navigate(compareAddress(path, before, after))}
          >
            比较选中的两个版本
          </button>
        </>
      }
    >
      {versions.length === 0 ? (
        <p class="empty">还没有保存过的版本。</p>
      ) : (
        <table class="table history">
          <thead>
            <tr>
              <th scope="col">旧</th>
              <th scope="col">新</th>
              <th scope="col">时间</th>
              <th scope="col">修改人</th>
              <th scope="col">修改说明</th>
              <th scope="col">标记</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ commit, blob, by, at, note }) => (
              <tr key={commit}>
                <td>
                  <Radio
                    name="before"
                    commit={commit}
                    chosen={before}
                    label="旧版本"
                    choose={setBefore}
                  />
                </td>
                <td>
                  <Radio
                    name="after"
                    commit={commit}
                    chosen={after}
                    label="新版本"
                    choose={setAfter}
                  />
                </td>
                <td>
                  <Moment at={at} />
                </td>
                <td>{by.name}</td>
                <th scope="row" class="note">
                  {note}
                  <span class="id">{commit.slice(0, 7)}</span>
                </th>
                <td>
                  {commit === versions[0]?.commit && <span class="tag">最新</span>}
                  {blob === read.published && <span class="tag tag-published">已发布</span>}
                  {blob === read.shipped && <span class="tag">同随附版本</span>}
                </td>
                <td class="row-links">
                  <Link href={modelAddress(path, { at: commit })}>查看</Link>
                  {may(me, 'edit') && blob !== saved && (
                    <button type="button" class="link" onClick={() => setRestoring(commit)}>
                      恢复
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {restoring && (
        <RestoreDialog
          path={path}
          at={restoring}
          words={wordsOf(restoring, versions)}
          base={saved}
          onClose={() => setRestoring(undefined)}
          onRestored={() => {
            setRestoring(undefined);
            reload();
          }}
        />
      )}
    </Page>
  );
}

type RadioProps = {
  name: string;
  commit: string;
  chosen: string | undefined;
  label: string;
  choose(commit: string): void;
};

function Radio({ name, commit, chosen, label, choose }: RadioProps) {
  return (
    <input
      type="radio"
      name={name}
      aria-label={`${label} ${commit.slice(0, 7)}`}
      checked={chosen === commit}
      onChange={() => choose(commit)}
    />
  );
}
