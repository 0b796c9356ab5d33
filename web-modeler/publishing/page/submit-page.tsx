import { useState } from 'preact/hooks';
import { Link, useLocation, useSearchParams } from 'wouter-preact';
import { call } from '../../../site/page/api.ts';
import { ApiProblem } from '../../../site/page/problem.ts';
import { Field, ProblemLine } from '../../../site/page/ui/field.tsx';
import { sentenceOfFirst } from '../../../site/page/ui/first-issue.ts';
import { Page } from '../../../site/page/ui/page.tsx';
import { tell } from '../../../site/page/ui/toasts.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { note as noteSchema } from '../../api/common.ts';
import { may } from '../../api/rights.ts';
import { readText } from '../../compare/page/read-text.ts';
import { libraryRoutes } from '../../library/api.ts';
import type { ModelSummary } from '../../library/page/groups.ts';
import { compareAddress, submissionAddress } from '../../page/addresses.ts';
import { changesBetween } from '../../page/changes.ts';
import { ChangeList } from '../../page/ui/change-list.tsx';
import { DocumentField, isDocument } from '../../page/ui/document-field.tsx';
import { CheckTag } from '../../page/ui/tags.tsx';
import { KIND_WORDS } from '../../page/ui/words.ts';
import { useMe } from '../../page/use-me.ts';
import { publishingRoutes } from '../api.ts';

/** Chooses drafts and submits them with the document that orders the change. `?path=`: only that one is ticked. */
export function SubmitPage() {
  const me = useMe();
  const [search] = useSearchParams();
  const { loaded, reload } = useLoaded('drafts', (signal) =>
    call(libraryRoutes.listModels, { signal }),
  );
  return (
    <Page
      title="提交修改"
      lead="选择要一起发布的草稿，填写要求修改的文号。提交后由另一人核对并发布。"
    >
      {may(me, 'edit') ? (
        <Waiting of={loaded} reload={reload}>
          {(listed) => <Submit {...listed} path={search.get('path')} reload={reload} />}
        </Waiting>
      ) : (
        <p class="message message-warning">您的角色只能查阅，不能提交修改。</p>
      )}
    </Page>
  );
}

type Props = {
  models: ModelSummary[];
  /** The commits of what the page shows; they go along with what is submitted. */
  saved: string;
  published: string;
  path: string | null;
  reload(): void;
};

function Submit({ models, saved, published, path, reload }: Props) {
  const drafts = models.filter(({ state }) => state === 'draft');
  const submitted = models.filter(({ state }) => state === 'submitted');
  const [, navigate] = useLocation();
  const [ticked, setTicked] = useState(
    drafts.map((draft) => draft.path).filter((draft) => path === null || draft === path),
  );
  const chosen = drafts.map((draft) => draft.path).filter((draft) => ticked.includes(draft));
  const [document, setDocument] = useState('');
  const [note, setNote] = useState('');
  const { busy, problem, run } = useAction();
  const errors = drafts
    .filter((draft) => chosen.includes(draft.path))
    .reduce((sum, draft) => sum + draft.errors, 0);

  if (drafts.length === 0) {
    return (
      <p class="empty">
        没有可以提交的草稿。{submitted.length > 0 && '已提交的修改正在等待发布。'}
        请先在<Link href="/">模型库</Link>中修改并保存。
      </p>
    );
  }

  function submit(event: Event): void {
    event.preventDefault();
    void run(async () => {
      const { id } = await call(publishingRoutes.submit, {
        body: { paths: chosen, saved, published, document, note },
      }).catch((error: unknown) => {
        // What was typed and ticked stays; the list is drawn anew with what is there now.
        if (error instanceof ApiProblem && error.code === 'changed-meanwhile') reload();
        throw error;
      });
      tell('已提交，等待另一人发布。');
      navigate(submissionAddress(id));
    });
  }

  return (
    <form class="submit" onSubmit={submit}>
      <table class="table drafts">
        <thead>
          <tr>
            <th scope="col">选择</th>
            <th scope="col">草稿</th>
            <th scope="col">与已发布版本相比</th>
            <th scope="col">检查</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <Draft
              key={draft.path}
              draft={draft}
              saved={saved}
              published={published}
              chosen={chosen.includes(draft.path)}
              choose={(isChosen) =>
                setTicked(
                  isChosen
                    ? [...chosen, draft.path]
                    : chosen.filter((other) => other !== draft.path),
                )
              }
            />
          ))}
        </tbody>
      </table>
      {submitted.length > 0 && (
        <p class="muted">
          另有 {submitted.length} 个模型已提交，正在等待发布：
          {submitted.map(({ name }) => name).join('、')}。
        </p>
      )}
      {errors > 0 && (
        <p class="message message-warning">
          选中的草稿有 {errors}{' '}
          个错误。请先打开模型改正，或者在模型的问题列表中凭文号放行，否则不能提交。
        </p>
      )}
      <div class="form">
        <DocumentField value={document} change={setDocument} />
        <Field
          label="说明"
          hint="写给发布人员看：改了什么、依据哪一条。"
          problem={note && sentenceOfFirst(noteSchema, note)}
        >
          <textarea
            rows={3}
            required
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        <ProblemLine problem={problem} />
        <button
          type="submit"
          class="primary"
          disabled={busy || chosen.length === 0 || !isDocument(document) || !note.trim()}
        >
          {busy ? '正在提交……' : `提交 ${chosen.length} 个模型`}
        </button>
      </div>
    </form>
  );
}

type DraftProps = Pick<Props, 'saved' | 'published'> & {
  draft: ModelSummary;
  chosen: boolean;
  choose(ticked: boolean): void;
};

function Draft({ draft, saved, published, chosen, choose }: DraftProps) {
  const { path, name, kind, home } = draft;
  const { loaded } = useLoaded(`${path} ${published} ${saved}`, async (signal) => {
    const [before, after] = await Promise.all([
      readText(path, published, signal),
      readText(path, saved, signal),
    ]);
    return changesBetween(path, before, after);
  });
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`选择${name}`}
          checked={chosen}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <Link href={compareAddress(path, published, saved)}>{name}</Link>
        <span class="muted block">
          {home.name} {KIND_WORDS[kind]}
        </span>
      </th>
      <td>
        {loaded.state === 'loaded' && <ChangeList changes={loaded.value} />}
        {loaded.state === 'failed' && <span class="muted">无法逐条列出，请点名称查看比较。</span>}
      </td>
      <td>
        <CheckTag errors={draft.errors} warnings={draft.warnings} />
      </td>
    </tr>
  );
}
