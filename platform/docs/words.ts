import { categories, kinds, levels, ownerTypes } from '../../law/application/index.ts';
import type { Article } from '../../law/article.ts';
import type { Term, Who } from './steps.ts';
import type { Way } from './ways.ts';

/** What the tables say in one language. */
export type Words = {
  steps: string[];
  ways: string[];
  who(who: Who): string;
  term(term: Term): string;
  articles(articles: Article[]): string;
  /** What a row of a decision table asks; amounts are 万元. */
  asked(asked: Way['asked']): string;
  way(way: Way): string;
  passed(passed: Way['passed']): string;
};

/** What the two languages say differently. */
type Phrases = {
  steps: string[];
  ways: string[];
  worker: string;
  caller: string;
  invited: string;
  /** Between those who act side by side, between articles, and between what is passed. */
  and: string;
  untimed: string;
  excludedFrom(days: number): string;
  eachVisit(days: number): string;
  inAll(days: number): string;
  paragraph(number: number): string;
  /** Between what a row asks, and between codes of which one is enough. */
  comma: string;
  or: string;
  codes: Record<string, Record<string, string>>;
  amount: {
    under(to: string): string;
    from(from: string): string;
    between(from: string, to: string): string;
  };
  elsewhere(way: string): string;
  first(way: string): string;
  passed(step: Way['passed'][number]): string;
};

function inWords(phrases: Phrases): Words {
  const article = ({ article, paragraph, item }: Article) =>
    `${article}${paragraph === undefined ? '' : phrases.paragraph(paragraph)}${item === undefined ? '' : ` (${item})`}`;
  return {
    steps: phrases.steps,
    ways: phrases.ways,
    who(who) {
      if (who.kind === 'one-of') return who.bodies.join(' / ');
      if (who.kind !== 'together') return phrases[who.kind];
      return [...who.bodies, ...(who.invites ? [phrases.invited] : [])].join(phrases.and);
    },
    term(term) {
      switch (term.kind) {
        case 'none':
          return '';
        case 'untimed':
          return `${phrases.untimed}${term.excludedFrom === undefined ? '' : phrases.excludedFrom(term.excludedFrom)}`;
        case 'days':
          return String(term.days);
        case 'each-visit':
          return phrases.eachVisit(term.days);
        case 'in-all':
          return phrases.inAll(term.days);
      }
    },
    articles: (articles) => articles.map(article).join(phrases.and),
    asked: (asked) =>
      inOrder(asked)
        .map((one) => cellIn(one, phrases))
        .join(phrases.comma),
    way({ process, passed, first }) {
      const way = `\`${process}\``;
      if (passed.length === 0) return phrases.elsewhere(way);
      return first ? phrases.first(way) : way;
    },
    passed: (passed) => passed.map(phrases.passed).join(phrases.and),
  };
}

export const english = inWords({
  steps: ['Step', 'Element id', 'Process', 'Who', 'Working days', 'Article', 'Test'],
  ways: ['Project', 'Way', 'What it passes', 'Article', 'Test'],
  worker: 'worker',
  caller: 'the body the step goes to',
  invited: 'invited bodies',
  and: ', ',
  untimed: 'untimed',
  excludedFrom: (days) => `, excluded from the ${days}`,
  eachVisit: (days) => `${days} each time`,
  inAll: (days) => `${days} in all`,
  paragraph: (number) => ` para. ${number}`,
  comma: ', ',
  or: ' or ',
  codes: {
    kind: {
      construction: 'construction',
      service: 'services',
      equipment: 'equipment',
      operations: 'operations',
    },
    ownerType: { agency: 'owned by an agency', soe: 'owned by a state-owned enterprise' },
    level: { city: 'of the city', county: 'of a county' },
    category: {
      infrastructure: 'infrastructure',
      integration: 'integration across departments or levels',
      other: 'other categories',
    },
  },
  amount: {
    under: (to) => `under ${to}万元`,
    from: (from) => `from ${from}万元`,
    between: (from, to) => `from ${from} to under ${to}万元`,
  },
  elsewhere: (way) => `${way}, not in this system`,
  first: (way) => `${way} first, then as above`,
  passed: ({ id }) => englishId(id),
});

export const chinese = inWords({
  steps: ['环节', '元素编号', '流程', '承办', '工作日', '条款', '测试'],
  ways: ['项目', '路径', '经过的环节', '条款', '测试'],
  worker: '作业程序',
  caller: '该环节的受理单位',
  invited: '受邀单位',
  and: '、',
  untimed: '无时限',
  excludedFrom: (days) => `，不计入 ${days} 日`,
  eachVisit: (days) => `每次 ${days}`,
  inAll: (days) => `累计 ${days}`,
  paragraph: (number) => ` 第 ${number} 款`,
  comma: '，',
  or: '、',
  codes: { kind: kinds, ownerType: ownerTypes, level: levels, category: categories },
  amount: {
    under: (to) => `小于 ${to} 万元`,
    from: (from) => `${from} 万元以上`,
    between: (from, to) => `${from} 万元以上、小于 ${to} 万元`,
  },
  elsewhere: (way) => `${way}，不在本系统办理`,
  first: (way) => `先走 ${way}，其后同上`,
  passed: ({ label }) => label.replace(/审批$/, ''),
});

type Asked = Way['asked'][number];

/** What it is and whose, before how much it costs. */
function inOrder(asked: Asked[]): Asked[] {
  return [...asked].sort(
    (a, b) => Number(a.name === 'investment') - Number(b.name === 'investment'),
  );
}

function cellIn({ name, cell }: Asked, { amount, codes, or }: Phrases): string {
  const { from, under } = amountOf(cell) ?? {};
  if (from !== undefined && under !== undefined) return amount.between(from, under);
  if (from !== undefined) return amount.from(from);
  if (under !== undefined) return amount.under(under);
  return wordsOf(cell, codes[name]).join(or);
}

/** Amounts as a cell of FEEL writes them: `< 200`, `>= 200`, `[200..5000)`; undefined for anything else. */
function amountOf(cell: string): { from?: string; under?: string } | undefined {
  const [, under] = /^<\s*([\d.]+)$/.exec(cell) ?? [];
  if (under !== undefined) return { under };
  const [, from] = /^>=\s*([\d.]+)$/.exec(cell) ?? [];
  if (from !== undefined) return { from };
  const [, low, high] = /^\[([\d.]+?)\.\.([\d.]+)\)$/.exec(cell) ?? [];
  return low !== undefined && high !== undefined ? { from: low, under: high } : undefined;
}

/** The words for the codes that a cell of FEEL lists, `"a","b"` or `not("a")`; anything else as it is written. */
function wordsOf(cell: string, words: Record<string, string> = {}): string[] {
  const [, not, list] = /^(not\()?("[^"]*"(?:\s*,\s*"[^"]*")*)\)?$/.exec(cell) ?? [];
  if (list === undefined) return [`\`${cell}\``];
  const listed = [...list.matchAll(/"([^"]*)"/g)].map(([, one = '']) => one);
  const codes = not ? Object.keys(words).filter((one) => !listed.includes(one)) : listed;
  return codes.map((one) => words[one] ?? one);
}

/** `stage-technical-review` and `Task_CountyDecision` read as what they name. */
function englishId(id: string): string {
  return id
    .replace(/^(stage-|Task_)/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
}
