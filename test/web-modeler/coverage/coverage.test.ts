import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readArticles } from '../../../law/articles.ts';
import { modelFiles } from '../../../models/files.ts';
import type { CoveredArticle } from '../../../web-modeler/coverage/api.ts';
import { coverageOf } from '../../../web-modeler/coverage/index.ts';

const articles = readArticles(readFileSync('law/articles.yaml', 'utf8'));

describe('the real models', () => {
  let covered: CoveredArticle[];
  const article = (number: number) => covered[number - 1]?.elements ?? [];
  beforeAll(async () => {
    const paths = (await modelFiles('bpmn')).filter((path) =>
      /^bpmn\/(?!lint|templates)/.test(path),
    );
    const files = paths.map((path) => ({
      path: path.slice(5),
      source: readFileSync(path, 'utf8'),
    }));
    covered = await coverageOf(files, articles);
  });

  test('all 45 articles are listed by their names', () => {
    expect(covered.map(({ number }) => number)).toEqual(
      Array.from({ length: 45 }, (_, n) => n + 1),
    );
    expect([1, 10, 11, 20, 25, 45].map((number) => covered[number - 1]?.article)).toEqual([
      '第一条',
      '第十条',
      '第十一条',
      '第二十条',
      '第二十五条',
      '第四十五条',
    ]);
  });

  test('a step covers its article, with its limit', () => {
    expect(article(25)).toContainEqual({
      path: 'stage-technical-review/stage-technical-review.bpmn',
      elementId: 'Task_TechnicalReview',
      label: '技术评审',
      article: '第二十五条第二项',
      limitDays: 15,
    });
  });

  test('a rule of a table covers the article of its annotation', () => {
    expect(article(42)).toContainEqual(
      expect.objectContaining({ path: 'project-application/over-limit.dmn', limitDays: null }),
    );
  });

  test('a field of a form covers the article it names', () => {
    expect(article(7)).toContainEqual(
      expect.objectContaining({
        path: 'project-application/application-form.form',
        limitDays: null,
      }),
    );
  });

  test('what the application and its approval need is covered, the later life is a gap that shows', () => {
    for (const number of [7, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 42]) {
      expect([number, article(number).length > 0]).toEqual([number, true]);
    }
    const gaps = covered.filter(({ elements, without }) => elements.length === 0 && !without);
    expect(gaps.map(({ number }) => number)).toEqual([12, 13, 29, 31, 32, 36, 37, 39, 40]);
  });

  test('no article has both elements and a reason for none', () => {
    expect(covered.filter(({ elements, without }) => elements.length > 0 && without)).toEqual([]);
  });
});

test('a file that cannot be read covers nothing', async () => {
  const [first] = await coverageOf([{ path: 'a/a.bpmn', source: '<' }], articles);
  expect(first?.elements).toEqual([]);
});

test.each(['- { number: 2, topic: 二 }', '- { number: 1 }', '- { number: 1, topic: 一, why: x }'])(
  '%s is refused',
  (source) => {
    expect(() => readArticles(source)).toThrow();
  },
);
