import { describe, expect, test } from '@jest/globals';
import { readExamples } from '../../../files/examples.ts';
import { loadCalendar } from '../../../files/holidays.ts';
import type { CalendarDay, Visit } from '../../../web-modeler/scenario/api.ts';
import {
  applicationOf,
  readExample,
  supplemented,
  unitsOf,
} from '../../../web-modeler/scenario/page/application.ts';
import { axisOf, segmentsOf } from '../../../web-modeler/scenario/page/axis.ts';
import { marksOf } from '../../../web-modeler/scenario/page/diagram/places.ts';
import { differencesOf } from '../../../web-modeler/scenario/page/differences.ts';
import { fromHash, type Supposed, toHash } from '../../../web-modeler/scenario/page/supposed.ts';

const calendar = loadCalendar('test/process/support/holidays');
const days: CalendarDay[] = calendar
  .explain('2031-09-21', '2031-10-17')
  .map(({ date, kind, name }) => ({
    ...{ date, name: name ?? null },
    kind: kind === 'stopped' ? 'holiday' : kind,
  }));

const review: Visit = {
  ...{ key: 'project-application/Call_A/Task_TechnicalReview', elementId: 'Task_TechnicalReview' },
  ...{ processId: 'stage', processName: '技术评审', path: 'stage/stage.bpmn', label: '技术评审' },
  ...{ body: '市数据管理部门', assignee: '张慧敏', article: '第二十五条第二项' },
  ...{ limitDays: 15, extendedBy: 0, usedBefore: 0, used: null },
  ...{ openedOn: '2031-09-22', deadline: '2031-10-17', closedOn: null, outcome: null },
  ...{ outcomes: [], fields: [] },
  lamps: [
    { on: '2031-10-15', lamp: 'amber' },
    { on: '2031-10-17', lamp: 'red' },
  ],
};

const supposed: Supposed = {
  ...{ example: 'small-education', differs: { investment: 186.5 }, filedOn: '2031-09-22' },
  choices: [
    { on: '2031-09-29', visit: review.key, outcome: 'return', answer: { ground: '编修文本' } },
  ],
  ...{ until: null, at: 'saved', compared: true },
};

describe('a link', () => {
  test('holds the scenario', async () => {
    const hash = await toHash(supposed);
    expect(hash).toMatch(/^[\w-]+$/);
    expect(await fromHash(`#${hash}`)).toEqual(supposed);
  });

  test.each(['', '#', '#no', '#%%%', '#e30'])('"%s" holds none', async (hash) => {
    expect(await fromHash(hash)).toBeUndefined();
  });
});

describe('the axis', () => {
  const axis = axisOf(days);

  test('takes days that do not count together, and marks those that are worked instead', () => {
    expect(axis.rest).toEqual([
      { from: 5, to: 6, kind: 'weekend' },
      { from: 6, to: 7, kind: 'make-up' },
      { from: 9, to: 17, kind: 'holiday' },
      { from: 19, to: 20, kind: 'make-up' },
      { from: 20, to: 21, kind: 'weekend' },
    ]);
    expect(axis.months).toEqual([
      { at: 0, label: '2031-09-22' },
      { at: 9, label: '2031-10' },
    ]);
  });

  test('an open visit is drawn to its deadline, in the colours its lamp will have', () => {
    expect(segmentsOf(review, axis, '2031-10-15')).toEqual([
      { from: 0, to: 23, colour: 'green', sure: true },
      { from: 23, to: 24, colour: 'amber', sure: true },
      { from: 24, to: 25, colour: 'amber', sure: false },
      { from: 25, to: 26, colour: 'red', sure: false },
    ]);
  });

  test('one that is over its deadline goes on in red', () => {
    const lamps: Visit['lamps'] = [{ on: '2031-09-26', lamp: 'red' }];
    const over = { ...review, deadline: '2031-09-26', lamps };
    expect(segmentsOf(over, axis, '2031-10-10')).toEqual([
      { from: 0, to: 4, colour: 'green', sure: true },
      { from: 4, to: 19, colour: 'red', sure: true },
    ]);
  });

  test('a closed one to the day it was closed', () => {
    const closed = { ...review, closedOn: '2031-09-29', outcome: 'return', lamps: [] };
    const now = '2031-10-15';
    expect(segmentsOf(closed, axis, now)).toEqual([
      { from: 0, to: 8, colour: 'green', sure: true },
    ]);
    const untimed = { ...closed, deadline: null, closedOn: '2031-09-22' };
    expect(segmentsOf(untimed, axis, now)).toEqual([
      { from: 0, to: 1, colour: 'untimed', sure: true },
    ]);
  });
});

test('versions differ where a limit or a deadline does, or a step is missing', () => {
  const other = { ...review, key: 'gone' };
  const published = [{ ...review, limitDays: 20, deadline: '2031-10-24' }];
  expect([...differencesOf([review, other], published)]).toEqual([
    [review.key, { deadline: '2031-10-24', limitDays: 20, missing: false }],
    ['gone', { deadline: null, limitDays: null, missing: true }],
  ]);
  expect(differencesOf([review], [review]).size).toBe(0);
});

test('a diagram marks what is open in it, what that is inside of, and what is done', () => {
  const done = { ...review, elementId: 'Task_Done', closedOn: '2031-09-23', outcome: 'submit' };
  const joint = 'project-application/SubProcess_JointReview#2[市发改委]/Task_JointReview#3';
  const inside = { ...review, key: joint, path: 'project-application/x.bpmn' };
  const marks = marksOf([review, done, inside], 'stage/stage.bpmn');
  expect([...marks.open]).toEqual(['Task_TechnicalReview']);
  expect([...marks.done]).toEqual(['Task_Done']);
  expect([...marks.around]).toEqual(['project-application', 'Call_A', 'SubProcess_JointReview']);
});

describe('the supposed application', () => {
  const examples = readExamples('config/examples').map(([file, application]) => ({
    ...{ name: file.replace('.json', ''), title: application.projectName, application },
  }));
  const of = (differs: Supposed['differs'], example = 'small-education') =>
    applicationOf({ ...supposed, example, differs }, examples);

  test('is the example with what differs', () => {
    expect(of({ investment: 600 })).toMatchObject({ investment: 600, applicantUnit: '市教育局' });
    expect(of({ investment: 100 }).implementationCost).toBeUndefined();
  });

  test('has the units of another example, and the materials of another kind', () => {
    expect(of({ unitsOf: 'county-xiushui' })).toMatchObject({
      ...{ level: 'county', county: '修水县', ownerUnit: '修水县教育局' },
    });
    expect(JSON.stringify(of({ kind: 'service' }).materials)).toContain('implementation-plan');
  });

  test('offers each unit once', () => {
    const labels = unitsOf(examples).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('九江市国有投资集团（市属国企）');
  });

  test('is complete after its correction', () => {
    const lacking = examples.find(({ name }) => name === 'incomplete-transport');
    if (!lacking) throw new Error('no incomplete example');
    const { quotes, materials } = supplemented(readExample(lacking), examples);
    expect(quotes.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(materials)).toContain('implementation-plan');
  });
});
