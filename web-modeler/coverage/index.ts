import { articlesIn, parseArticle } from '../../law/article.ts';
import type { Article } from '../../law/articles.ts';
import { documentation, type Element } from '../../models/element.ts';
import { constantOf } from '../../models/feel.ts';
import { flowElements, processesOf } from '../../models/flow.ts';
import { type ModelFile, readModel } from '../../models/model-index.ts';
import { input } from '../../models/zeebe.ts';
import type { CoveredArticle } from './api.ts';

type Covering = CoveredArticle['elements'][number];

/**
 * Each article with the elements of the models that cite it: steps by their article, anything by its
 * documentation, rules of tables by their annotation, fields of forms by what they say. Files that cannot be read cover
 * nothing. Pure; runs in node and in a browser.
 */
export async function coverageOf(
  files: ModelFile[],
  articles: Article[],
): Promise<CoveredArticle[]> {
  const read = await Promise.all(files.map(coveringOf));
  const covering = read.flat();
  return articles.map(({ number, topic, without }) => ({
    number,
    article: `第${numeral(number)}条`,
    topic,
    without,
    elements: covering.filter(({ article }) => parseArticle(article)?.article === number),
  }));
}

async function coveringOf(file: ModelFile): Promise<Covering[]> {
  const model = await readModel(file);
  const covers = (elementId: string, label: string, said: string, limitDays: number | null) =>
    articlesIn(said).map((article) => ({
      path: file.path,
      elementId,
      label,
      article,
      limitDays,
    }));
  switch (model.kind) {
    case 'diagram':
      return processesOf(model.definitions).flatMap((process) =>
        [process, ...flowElements(process)].flatMap((element) =>
          covers(
            element.id ?? '',
            element.name ?? element.id ?? '',
            saidOf(element),
            limitOf(element),
          ),
        ),
      );
    case 'tables':
      return model.decisions.flatMap(({ id, name, table }) =>
        (table?.rows ?? []).flatMap((row, index) =>
          covers(row.id ?? id, `${name} 第${index + 1}行`, row.annotation, null),
        ),
      );
    case 'form':
    case 'part':
      return model.form.components.flatMap(({ id, key, label, text, ...more }) => {
        const description = typeof more.description === 'string' ? more.description : '';
        const said = [label, text, description].filter(Boolean).join(' ');
        return covers(id ?? key ?? '', label ?? model.form.id, said, null);
      });
    case 'unreadable':
      return [];
  }
}

/** Where an element cites the law: its article, its documentation. */
function saidOf(element: Element): string {
  const article = constantOf(input(element, 'article'));
  return typeof article === 'string'
    ? `${article} ${documentation(element)}`
    : documentation(element);
}

function limitOf(element: Element): number | null {
  const days = constantOf(input(element, 'limitDays'));
  return typeof days === 'number' ? days : null;
}

/** 25 → 二十五; the regulation needs no hundreds. */
function numeral(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const high = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return `${high}${digits[ones]}`;
}
