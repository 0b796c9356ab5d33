import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { REGULATION } from '../../../law/names.ts';
import { call } from '../../../site/page/api.ts';
import { Page } from '../../../site/page/ui/page.tsx';
import { useLoaded } from '../../../site/page/ui/use-loaded.ts';
import { Waiting } from '../../../site/page/ui/waiting.tsx';
import { libraryRoutes } from '../../library/api.ts';
import type { At } from '../../model/page/at.ts';
import { modelAddress } from '../../page/addresses.ts';
import type { CoveredArticle } from '../api.ts';
import { coverageRoutes } from '../api.ts';

const TEXTS: { at: At & ('saved' | 'published'); label: string }[] = [
  { at: 'saved', label: '当前保存的版本' },
  { at: 'published', label: '已发布版本' },
];

/** Each article of the regulation with the elements that carry it out, and those that have none. */
export function CoveragePage() {
  const [at, setAt] = useState<At>('saved');
  const { loaded, reload } = useLoaded(String(at), async (signal) => {
    const [{ articles }, { models }] = await Promise.all([
      call(coverageRoutes.readCoverage, { query: { at }, signal }),
      call(libraryRoutes.listModels, { signal }),
    ]);
    return { articles, names: new Map(models.map(({ path, name }) => [path, name])) };
  });
  return (
    <Page
      title="法规覆盖"
      lead={`${REGULATION}逐条对应的模型内容。点击可打开模型并选中对应的步骤。`}
      actions={
        <fieldset class="choices">
          <legend>依据</legend>
          {TEXTS.map((text) => (
            <button
              key={text.at}
              type="button"
              aria-pressed={at === text.at}
              onClick={() => setAt(text.at)}
            >
              {text.label}
            </button>
          ))}
        </fieldset>
      }
    >
      <Waiting of={loaded} reload={reload}>
        {({ articles, names }) => <Articles articles={articles} names={names} at={at} />}
      </Waiting>
    </Page>
  );
}

type Fate = 'covered' | 'needless' | 'missing';

function fateOf({ elements, without }: CoveredArticle): Fate {
  if (elements.length > 0) return 'covered';
  return without === null ? 'missing' : 'needless';
}

const FATES: { fate: Fate; label: string }[] = [
  { fate: 'covered', label: '已落实' },
  { fate: 'needless', label: '无需步骤' },
  { fate: 'missing', label: '尚未落实' },
];

/** The models' names by their paths. */
type Names = Map<string, string>;

type ArticlesProps = { articles: CoveredArticle[]; names: Names; at: At };

function Articles({ articles, names, at }: ArticlesProps) {
  const [chosen, setChosen] = useState<Fate>();
  const missing = articles.filter((article) => fateOf(article) === 'missing');
  const shown = articles.filter((article) => !chosen || fateOf(article) === chosen);
  return (
    <>
      {missing.length > 0 && (
        <p class="message message-error" role="status">
          {missing.map(({ article }) => article).join('、')}
          尚未落实：没有任何步骤注明这些条款，也没有说明原因。
        </p>
      )}
      <fieldset class="choices">
        <legend>筛选</legend>
        {FATES.map(({ fate, label }) => (
          <button
            key={fate}
            type="button"
            aria-pressed={chosen === fate}
            onClick={() => setChosen(chosen === fate ? undefined : fate)}
          >
            {label}
            <span class="choice-count">
              {articles.filter((article) => fateOf(article) === fate).length}
            </span>
          </button>
        ))}
      </fieldset>
      <table class="table coverage">
        <thead>
          <tr>
            <th scope="col">条款</th>
            <th scope="col">内容</th>
            <th scope="col">落实情况</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((article) => (
            <tr key={article.number} class={`coverage-${fateOf(article)}`}>
              <th scope="row">{article.article}</th>
              <td>{article.topic}</td>
              <td>
                <Elements article={article} names={names} at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type ElementsProps = { article: CoveredArticle; names: Names; at: At };

function Elements({ article, names, at }: ElementsProps) {
  if (article.elements.length === 0) {
    return article.without === null ? (
      <span class="tag tag-error">尚未落实</span>
    ) : (
      <span class="muted">无需步骤：{article.without}</span>
    );
  }
  return (
    <ul class="elements">
      {article.elements.map(({ path, elementId, label, article: cited, limitDays }) => (
        <li key={`${path} ${elementId} ${cited}`}>
          <Link
            href={modelAddress(path, { element: elementId, ...(at === 'saved' ? {} : { at }) })}
            title={`${path} ${elementId}`}
          >
            {wordsOf(path, label, names) || elementId}
          </Link>
          {limitDays !== null && <span class="days">{limitDays} 个工作日</span>}
          {cited !== article.article && <span class="muted">{cited}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A part of a form that has no label of its own goes by the form's name, not by its id. */
function wordsOf(path: string, label: string, names: Names): string {
  const isId = path.endsWith('.form') && !/\p{Script=Han}/u.test(label);
  return isId ? (names.get(path) ?? label) : label;
}
