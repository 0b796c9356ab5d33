import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type House, readHouse } from '../../../platform/docs/house.ts';
import { COMMAND, pagesOf } from '../../../platform/docs/pages.ts';
import { readRepository } from '../../../platform/docs/read.ts';
import { stepsOf } from '../../../platform/docs/steps.ts';
import { waysOf } from '../../../platform/docs/ways.ts';
import { chinese, english } from '../../../platform/docs/words.ts';
import { REGULATION, ROUTES, STAGE, START, TESTS } from './small-house.ts';

const read = (page: string) => readFileSync(page, 'utf8');

test(`the tables of the README are those of the models: if not, run ${COMMAND}`, async () => {
  for (const [page, text] of pagesOf(await readRepository(), read)) {
    const stale = text === read(page) ? [] : [`${page} is stale, please run ${COMMAND}`];
    expect(stale).toEqual([]);
  }
});

const FILES = [
  { path: 'start/start.bpmn', source: START },
  { path: 'stage/stage.bpmn', source: STAGE },
  { path: 'start/routes.dmn', source: ROUTES },
];
const house = (tests = TESTS, files = FILES): Promise<House> =>
  readHouse(files, REGULATION, new Map(Object.entries(tests)));

describe('the steps', () => {
  test('stand in the order of the drawing, those of a called process where it is called, those beside the way last', async () => {
    expect(stepsOf(await house()).map(({ process, id }) => `${process}/${id}`)).toEqual([
      'start/Task_Check',
      'start/Task_Join',
      'stage-review/Task_Review',
      'stage-review/Task_Revise',
      'stage-review/Task_Confirm',
      'stage-review/Task_Answer',
      'start/Task_Close',
      'start/Task_Delay',
      'provincial-review/Task_RecordProvince',
    ]);
  });

  test('say who, by when and why, in both languages', async () => {
    const rows = stepsOf(await house()).map(({ id, who, term, articles }) => [
      id,
      english.who(who),
      english.term(term),
      english.articles(articles),
      chinese.who(who),
      chinese.term(term),
      chinese.articles(articles),
    ]);
    expect(rows).toEqual([
      ['Task_Check', 'worker', '', '7, 18', '作业程序', '', '7、18'],
      [
        ...['Task_Join', '市甲局, 市乙局, invited bodies', 'untimed', '20, 22'],
        ...['市甲局、市乙局、受邀单位', '无时限', '20、22'],
      ],
      ['Task_Review', '市甲局 / 县甲局', '15', '25 (2)', '市甲局 / 县甲局', '15', '25 (2)'],
      ['Task_Revise', '项目业主单位', '20 in all', '25 (2)', '项目业主单位', '累计 20', '25 (2)'],
      [
        ...['Task_Confirm', '项目业主单位', 'untimed, excluded from the 15', '25 para. 2'],
        ...['项目业主单位', '无时限，不计入 15 日', '25 第 2 款'],
      ],
      ['Task_Answer', '项目业主单位', '5 each time', '25 (2)', '项目业主单位', '每次 5', '25 (2)'],
      ['Task_Close', 'worker', '', '24', '作业程序', '', '24'],
      [
        ...['Task_Delay', 'the body the step goes to', 'untimed', '27'],
        ...['该环节的受理单位', '无时限', '27'],
      ],
      ['Task_RecordProvince', '市甲局', 'untimed', '23', '市甲局', '无时限', '23'],
    ]);
  });

  test('name the test that is most about them', async () => {
    const tests = stepsOf(await house()).map(({ id, test }) => [id, test]);
    expect(Object.fromEntries(tests)).toMatchObject({
      // Nothing on the engine names it: the test of its job.
      Task_Check: 'test/workers/check/check.test.ts',
      // Its file is named like it, though another names it more often.
      Task_Join: 'test/process/join-twice.test.ts',
      Task_Review: 'test/process/often.test.ts',
      // By the notice it sends.
      Task_Close: 'test/process/told.test.ts',
    });
  });

  test('a step without a test is an error that names it', async () => {
    const { 'test/process/often.test.ts': _, ...fewer } = TESTS;
    const without = await house(fewer);
    expect(() => stepsOf(without)).toThrow(/test\/process\/ names Task_Review$/);
    const { 'test/workers/check/check.test.ts': __, ...none } = TESTS;
    const unhandled = await house(none);
    expect(() => stepsOf(unhandled)).toThrow(/no test names Task_Check/);
  });

  test('a step the regulation’s table does not have is an error that names it', async () => {
    const unknown = await readHouse(
      FILES,
      REGULATION.replace('Task_Revise:', 'Task_Revised:'),
      new Map(Object.entries(TESTS)),
    );
    expect(() => stepsOf(unknown)).toThrow(
      'stage-review/Task_Revise is not in law/regulation.yaml',
    );
  });
});

describe('the ways', () => {
  test('say what a row asks and passes, in both languages', async () => {
    const rows = waysOf(await house()).map((way) => [
      english.asked(way.asked),
      english.way(way),
      english.passed(way.passed),
      chinese.asked(way.asked),
      chinese.way(way),
      chinese.passed(way.passed),
      way.test,
    ]);
    expect(rows).toEqual([
      [
        ...['construction, under 200万元', '`approval`', 'review', '建设类，小于 200 万元'],
        ...['`approval`', '评审', 'test/process/named.test.ts'],
      ],
      [
        ...['services or equipment or operations, from 200 to under 5000万元', '`approval`'],
        ...['review', '服务类、设备采购类、运维类，200 万元以上、小于 5000 万元', '`approval`'],
        ...['评审', 'test/process/named.test.ts'],
      ],
      [
        ...['construction, from 5000万元', '`approval`', 'review, second review'],
        ...['建设类，5000 万元以上', '`approval`', '评审、复审', 'test/process/named.test.ts'],
      ],
      [
        ...['`date("2030-01-01")`', '`elsewhere`, not in this system', ''],
        ...['`date("2030-01-01")`', '`elsewhere`，不在本系统办理', '', undefined],
      ],
      [
        ...['from 1000万元', '`provincial-review` first, then as above', 'record province'],
        ...['1000 万元以上', '先走 `provincial-review`，其后同上', '登记省审'],
        'test/process/often.test.ts',
      ],
    ]);
  });
});

test('a page without the place for a table is an error that names it', async () => {
  const real = await readRepository();
  expect(() => pagesOf(real, () => 'nothing here')).toThrow(/README\.md has no <!-- steps/);
});

test('a model that cannot be read is named', async () => {
  await expect(house(TESTS, [{ path: 'a/b.bpmn', source: '<' }])).rejects.toThrow(/^a\/b\.bpmn: /);
});
