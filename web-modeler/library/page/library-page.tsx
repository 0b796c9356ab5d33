import { Link, useSearchParams } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { may } from '../../api/rights.ts';
import { ImportButton } from '../../importing/page/import-button.tsx';
import { mapRoutes } from '../../map/api.ts';
import { useMe } from '../../page/use-me.ts';
import { libraryRoutes } from '../api.ts';
import { isShown, readFilter, writeFilter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { type Group, groupModels } from './groups.ts';
import { ModelTable } from './model-table.tsx';

/** The first page: every model by the process it belongs to. */
export function LibraryPage() {
  const me = useMe();
  const { loaded, reload } = useLoaded('library', readLibrary);

  return (
    <Page
      title="模型库"
      lead="审批流程、决策表、表单和通知。修改先存为草稿，经他人发布后才对新项目生效。"
      actions={
        may(me, 'edit') && (
          <>
            <ImportButton />
            <Link href="/new" className="button primary">
              新建
            </Link>
          </>
        )
      }
    >
      <Waiting of={loaded} reload={reload}>
        {(groups) => <Library groups={groups} />}
      </Waiting>
    </Page>
  );
}

async function readLibrary(signal: AbortSignal): Promise<Group[]> {
  const [{ models }, { links }] = await Promise.all([
    call(libraryRoutes.listModels, { signal }),
    call(mapRoutes.listLinks, { signal }),
  ]);
  return groupModels(models, links);
}

function Library({ groups }: { groups: Group[] }) {
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const all = groups.flatMap(({ models }) => models);
  const shown = groups
    .map((group) => ({ ...group, models: group.models.filter((model) => isShown(model, filter)) }))
    .filter(({ models }) => models.length > 0);

  return (
    <>
      <FilterBar
        all={all}
        filter={filter}
        shown={shown.reduce((sum, { models }) => sum + models.length, 0)}
        change={(next) => setSearch(writeFilter(next), { replace: true })}
      />
      {shown.length > 0 ? (
        <ModelTable groups={shown} />
      ) : (
        <p class="empty">
          {all.length === 0 ? '模型库里还没有模型。' : '没有符合条件的模型，请放宽查找条件。'}
        </p>
      )}
    </>
  );
}
