import type { House } from './house.ts';
import { stepsOf } from './steps.ts';
import { waysOf } from './ways.ts';
import { chinese, english, type Words } from './words.ts';

/** The pages whose tables are generated, each in its language. */
const PAGES: Record<string, Words> = { 'README.md': english, 'README.zh.md': chinese };

/** The command that writes the tables, as the pages and the tests name it. */
export const COMMAND = 'npm run docs';

/**
 * The pages with their tables as the models, the regulation and the tests have them now.
 * @param read gives a page as it is
 * @throws Error naming a step without test or a page without the place for a table
 */
export function pagesOf(house: House, read: (page: string) => string): Map<string, string> {
  const [steps, ways] = [stepsOf(house), waysOf(house)];
  return new Map(
    Object.entries(PAGES).map(([page, words]) => {
      const stepRows = steps.map(({ label, id, process, who, term, articles, test }) => [
        label,
        `\`${id}\``,
        `\`${process}\``,
        words.who(who),
        words.term(term),
        words.articles(articles),
        `\`${test}\``,
      ]);
      const wayRows = ways.map((way) => [
        words.asked(way.asked),
        words.way(way),
        words.passed(way.passed),
        words.articles(way.article ? [way.article] : []),
        way.test === undefined ? '' : `\`${way.test}\``,
      ]);
      const text = [
        ['steps', table(words.steps, stepRows)],
        ['ways', table(words.ways, wayRows)],
      ].reduce((all, [name = '', rows = '']) => between(name, rows, all, page), read(page));
      return [page, text] as const;
    }),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function between(name: string, rows: string, text: string, page: string): string {
  const [begin, end] = [`<!-- ${name}: ${COMMAND} -->`, `<!-- /${name} -->`];
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${page} has no ${begin} … ${end} for its table`);
  }
  return `${before}${begin}\n${rows}\n${end}${after}`;
}
