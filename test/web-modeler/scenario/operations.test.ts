import { beforeAll, describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { loadCalendar } from '../../../files/holidays.ts';
import { loadDirectory } from '../../../files/organization.ts';
import type { ModelFile } from '../../../models/model-index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { scenarioRoutes } from '../../../web-modeler/scenario/api.ts';
import { answering } from '../../../web-modeler/scenario/server/answering.ts';
import { serve } from '../../../web-modeler/scenario/server/index.ts';
import { createTurns } from '../../../web-modeler/server/turns.ts';
import { anApplication } from '../../process/support/application.ts';
import { shippedFiles } from './support/surroundings.ts';

const REVIEW = 'stage-technical-review/stage-technical-review.bpmn';
const user = { id: 'bangong.he', name: '何静怡', role: 'editor' } as const;
const texts: Record<string, ModelFile[]> = {};
let reads = 0;

const directory = loadDirectory('config/organization.yaml');
const calendar = loadCalendar('test/process/support/holidays');
const { handlers: operations } = await serve({
  storage: {
    head: async () => 'saved',
    ref: async (name) => name,
    files: async (commit) => {
      reads += 1;
      return (texts[commit] ?? []).map(({ path }) => ({ path, blob: '' }));
    },
    read: async (commit, path) => {
      const source = texts[commit]?.find((file) => file.path === path)?.source;
      return source === undefined ? undefined : { source, blob: '' };
    },
  },
  player: { play: answering({ directory: () => directory, calendar: () => calendar }) },
  turns: createTurns(),
  examplesFolder: 'config/examples',
});

const limitOf = (files: ModelFile[], days: number) =>
  files.map((file) =>
    file.path === REVIEW ? { ...file, source: file.source.replace('"=15"', `"=${days}"`) } : file,
  );

beforeAll(async () => {
  const shipped = await shippedFiles();
  Object.assign(texts, { shipped, published: shipped, saved: limitOf(shipped, 10) });
});

type Body = Omit<z.input<typeof scenarioRoutes.playScenario.body>, 'application'> & {
  application: unknown;
};

/** Asked and answered through the route's schemas, as the server does. */
async function played(body: Body) {
  const request = {
    params: {},
    query: {},
    body: scenarioRoutes.playScenario.body.parse(body),
    user,
  };
  return scenarioRoutes.playScenario.answer.parse(await operations.playScenario(request));
}

const whole = anApplication();

/** The choices with which a small project comes to its technical review. */
async function toReview(at: 'saved' | 'published', unsaved: ModelFile[] = []) {
  const body = { application: whole, filedOn: '2031-09-22', at, unsaved };
  const choices: Body['choices'] = [];
  for (;;) {
    const { visits } = await played({ ...body, choices });
    const review = visits.find(({ elementId }) => elementId === 'Task_TechnicalReview');
    if (review) return review;
    const open = visits.filter(({ closedOn }) => closedOn === null);
    const next = open.map(({ key, outcomes }) => ({
      ...{ on: '2031-09-22', visit: key, outcome: outcomes[0]?.value ?? '' },
    }));
    choices.push(...next);
  }
}

test('the examples are offered by name, with what decides their way', async () => {
  const { examples } = scenarioRoutes.listExamples.answer.parse(
    await operations.listExamples({ params: {}, query: {}, body: {}, user }),
  );
  expect(examples).toContainEqual({
    name: 'small-education',
    title: '九江市中小学学籍服务平台（市级，建设类，150万元）',
    application: expect.objectContaining({ applicantUnit: '市教育局' }),
  });
});

describe('the same scenario', () => {
  test('has the deadlines of the version that is asked for', async () => {
    expect(await toReview('saved')).toMatchObject({ limitDays: 10, deadline: '2031-10-11' });
    expect(await toReview('published')).toMatchObject({ limitDays: 15, deadline: '2031-10-17' });
  });

  test('has those of an unsaved text, put over the saved ones', async () => {
    const unsaved = limitOf(texts.shipped ?? [], 5).filter(({ path }) => path === REVIEW);
    expect(await toReview('saved', unsaved)).toMatchObject({
      ...{ limitDays: 5, deadline: '2031-09-28' },
    });
  });

  test('reads the files of a version once', async () => {
    const body = { application: whole, filedOn: '2031-09-22', choices: [] };
    await played({ ...body, at: 'saved' });
    const before = reads;
    await played({ ...body, at: 'saved' });
    expect(reads).toBe(before);
  });
});

describe('a refusal carries the code of the API and a Chinese sentence', () => {
  const refusal = (some: Partial<Body>) =>
    played({ application: whole, filedOn: '2031-09-22', choices: [], ...some }).catch(
      (error: unknown) => error,
    );

  test('bad-choice names the choice', async () => {
    const choices = [{ on: '2031-09-22', visit: 'nowhere', outcome: 'approve' }];
    const error = await refusal({ choices });
    expect(error).toBeInstanceOf(ApiError);
    expect(scenarioRoutes.playScenario.codes).toMatchObject({
      'bad-choice': 422,
      'unreadable-content': 422,
      'scenario-takes-too-long': 503,
    });
    expect(error).toMatchObject({
      ...{ code: 'bad-choice', details: { choice: 0 } },
      message: expect.stringMatching(/^第 1 步.*。$/),
    });
  });

  test('bad-application for a day without a calendar', async () => {
    expect(await refusal({ filedOn: '2200-01-01' })).toMatchObject({ code: 'bad-application' });
  });

  test('unreadable-content for an unsaved text that is no model', async () => {
    expect(await refusal({ unsaved: [{ path: REVIEW, source: '<no' }] })).toMatchObject({
      code: 'unreadable-content',
      message: expect.stringContaining(REVIEW),
    });
  });
});

test('whatever an application holds, the answer fits the API', async () => {
  for (const application of [
    {},
    { projectName: 7, applicantUnit: null, materials: 'x', investment: '<b>' },
    { classified: 'yes' },
    { ...whole, applicantUnit: '无此单位', ownerUnit: '无此单位' },
    { ...whole, level: 'county', county: '无此县' },
  ]) {
    const { happenings, visits } = await played({
      ...{ application, filedOn: '2031-09-22', choices: [] },
    });
    expect(happenings[0]).toMatchObject({ kind: 'filed' });
    expect(visits.length + happenings.length).toBeGreaterThan(1);
  }
});
