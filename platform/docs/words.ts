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

const code = (text: string) => `\`${text}\``;

const ENGLISH_CODES: Record<string, Record<string, string>> = {
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
};

export const english: Words = {
  steps: ['Step', 'Element id', 'Process', 'Who', 'Working days', 'Article', 'Test'],
  ways: ['Project', 'Way', 'What it passes', 'Article', 'Test'],
  who(who) {
    switch (who.kind) {
      case 'worker':
        return 'worker';
      case 'caller':
        return 'the body the step goes to';
      case 'one-of':
        return who.bodies.join(' / ');
      case 'together':
        return [...who.bodies, ...(who.invites ? ['invited bodies'] : [])].join(', ');
    }
  },
  term(term) {
    switch (term.kind) {
      case 'none':
        return '';
      case 'untimed':
        return term.excludedFrom === undefined
          ? 'untimed'
          : `untimed, excluded from the ${term.excludedFrom}`;
      case 'days':
        return String(term.days);
      case 'each-visit':
        return `${term.days} each time`;
      case 'in-all':
        return `${term.days} in all`;
    }
  },
  articles: (articles) => articles.map(englishArticle).join(', '),
  asked: (asked) => inOrder(asked).map(englishCell).join(', '),
  way({ process, passed, first }) {
    if (passed.length === 0) return `${code(process)}, not in this system`;
    return first ? `${code(process)} first, then as above` : code(process);
  },
  passed: (passed) => passed.map(({ id }) => englishId(id)).join(', '),
};

export const chinese: Words = {
  steps: ['环节', '元素编号', '流程', '承办', '工作日', '条款', '测试'],
  ways: ['项目', '路径', '经过的环节', '条款', '测试'],
  who(who) {
    switch (who.kind) {
      case 'worker':
        return '作业程序';
      case 'caller':
        return '该环节的受理单位';
      case 'one-of':
        return who.bodies.join(' / ');
      case 'together':
        return [...who.bodies, ...(who.invites ? ['受邀单位'] : [])].join('、');
    }
  },
  term(term) {
    switch (term.kind) {
      case 'none':
        return '';
      case 'untimed':
        return term.excludedFrom === undefined
          ? '无时限'
          : `无时限，不计入 ${term.excludedFrom} 日`;
      case 'days':
        return String(term.days);
      case 'each-visit':
        return `每次 ${term.days}`;
      case 'in-all':
        return `累计 ${term.days}`;
    }
  },
  articles: (articles) => articles.map(chineseArticle).join('、'),
  asked: (asked) => inOrder(asked).map(chineseCell).join('，'),
  way({ process, passed, first }) {
    if (passed.length === 0) return `${code(process)}，不在本系统办理`;
    return first ? `先走 ${code(process)}，其后同上` : code(process);
  },
  passed: (passed) => passed.map(({ label }) => label.replace(/审批$/, '')).join('、'),
};

const CHINESE_CODES: Record<string, Record<string, string>> = {
  kind: kinds,
  ownerType: ownerTypes,
  level: levels,
  category: categories,
};

type Asked = Way['asked'][number];

/** What it is and whose, before how much it costs. */
function inOrder(asked: Asked[]): Asked[] {
  return [...asked].sort(
    (a, b) => Number(a.name === 'investment') - Number(b.name === 'investment'),
  );
}

function englishCell({ name, cell }: Asked): string {
  const amount = amountOf(cell);
  if (amount === undefined) {
    return wordsOf(cell, ENGLISH_CODES[name]).join(' or ');
  }
  const { from, under } = amount;
  if (from === undefined) return `under ${under}万元`;
  return under === undefined ? `from ${from}万元` : `from ${from} to under ${under}万元`;
}

function chineseCell({ name, cell }: Asked): string {
  const amount = amountOf(cell);
  if (amount === undefined) {
    return wordsOf(cell, CHINESE_CODES[name]).join('、');
  }
  const { from, under } = amount;
  const parts = [from && `${from} 万元以上`, under && `小于 ${under} 万元`];
  return parts.filter(Boolean).join('、');
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

function englishArticle({ article, paragraph, item }: Article): string {
  const inside = item === undefined ? '' : ` (${item})`;
  return `${article}${paragraph === undefined ? '' : ` para. ${paragraph}`}${inside}`;
}

function chineseArticle({ article, paragraph, item }: Article): string {
  const inside = item === undefined ? '' : ` (${item})`;
  return `${article}${paragraph === undefined ? '' : ` 第 ${paragraph} 款`}${inside}`;
}
