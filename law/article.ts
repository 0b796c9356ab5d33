import type { Regulation } from './regulation.ts';

const DIGITS = '一二三四五六七八九';
const NUMBER = '[一二三四五六七八九十]+';
const PLACE = `第(${NUMBER})条(?:第(${NUMBER})款)?(?:第(${NUMBER})项)?`;
const ARTICLE = new RegExp(`^${PLACE}$`);
const CITED = new RegExp(PLACE, 'g');

/** A place in the regulation, as numbers. */
export type Article = { article: number; paragraph?: number; item?: number };

/** Reads `第二十五条第二项` or `第三十一条第二款`; undefined when it is not written like that. */
export function parseArticle(text: string): Article | undefined {
  const [, article, paragraph, item] = ARTICLE.exec(text) ?? [];
  if (!article) return undefined;
  return {
    article: numeral(article),
    ...(paragraph && { paragraph: numeral(paragraph) }),
    ...(item && { item: numeral(item) }),
  };
}

/** The places of the regulation that a text cites, each once, as they are written there. */
export function articlesIn(text: string): string[] {
  return [...new Set(text.match(CITED))];
}

/** What is wrong with a cited article, as a Chinese clause; undefined when it exists. */
export function articleProblem(text: string, { articles }: Regulation): string | undefined {
  const cited = parseArticle(text);
  if (!cited) return `“${text}”不是规范的条文写法，应写作“第二十五条第二项”这样的形式`;
  const { article, paragraph, item } = cited;
  if (!within(article, articles.count)) {
    return `“${text}”不存在，办法共${articles.count}条`;
  }
  if (paragraph !== undefined && !within(paragraph, articles.paragraphs[article] ?? 1)) {
    return `“${text}”不存在，该条共${articles.paragraphs[article] ?? 1}款`;
  }
  if (item !== undefined && !within(item, articles.items[article] ?? 0)) {
    return `“${text}”不存在，该条共${articles.items[article] ?? 0}项`;
  }
  return undefined;
}

function within(value: number, count: number): boolean {
  return value >= 1 && value <= count;
}

/** 二十五 → 25; the regulation needs no hundreds. NaN for what is no numeral, which exists nowhere. */
function numeral(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const high = text.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0;
  return high * 10 + (ones === '' ? 0 : digit(ones));
}

function digit(text: string | undefined): number {
  return text?.length === 1 ? DIGITS.indexOf(text) + 1 : Number.NaN;
}
