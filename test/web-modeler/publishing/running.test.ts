import { beforeEach, describe, expect, test } from '@jest/globals';
import { useRecords } from '../../support/use-records.ts';
import {
  asking,
  document,
  FORM,
  li,
  makeWorld,
  models,
  NOTICE,
  REVIEW,
  type World,
  wang,
  withLimit,
} from './world.ts';

const use = useRecords();
let world: World;

const PROCESS = 'stage-technical-review';

beforeEach(async () => {
  await use.sql.query('truncate deployments, submissions, moves');
  world = makeWorld(use.records, models);
  await world.resumePublishing();
});

async function submitted(path: string, source: string, by = wang): Promise<string> {
  world.storage.edit(path, source, by);
  const body = { paths: [path], ...world.storage.seen(), document, note: '调整' };
  return (await world.handlers.submit(asking(by, { body }))).id;
}

async function published(source: string, by = wang, publisher = li): Promise<void> {
  const id = await submitted(REVIEW, source, by);
  await world.handlers.publish(asking(publisher, { params: { id } }));
}

const task = (processInstanceKey: string, elementId: string, version = 1) => ({
  state: 'CREATED',
  elementId,
  processDefinitionId: PROCESS,
  processDefinitionVersion: version,
  processDefinitionKey: `${version}0${REVIEW}`,
  processInstanceKey,
});

const impact = async (id: string) =>
  (await world.handlers.readImpact(asking(li, { params: { id } }))).running;

describe('impact', () => {
  test('counts projects by step and version, and tells which could move', async () => {
    world.engine.tasks = [
      task('11', 'Task_TechnicalReview'),
      task('12', 'Task_TechnicalReview'),
      // Two signers of one project are one project.
      task('12', 'Task_TechnicalReview'),
      task('13', 'Task_ConfirmRequirements'),
      task('14', 'Task_TechnicalReview', 9),
    ];
    const source = withLimit(10).replaceAll('Task_ConfirmRequirements', 'Task_Clarify');
    const running = await impact(await submitted(REVIEW, source));
    const place = { processId: PROCESS, processName: '技术评审' };
    expect(running).toEqual([
      {
        ...place,
        version: 1,
        elementId: 'Task_ConfirmRequirements',
        label: '确认需求、编修文本',
        count: 1,
        movable: false,
        reason: expect.stringContaining('新版本没有'),
      },
      {
        ...place,
        version: 1,
        elementId: 'Task_TechnicalReview',
        label: '技术评审',
        count: 2,
        movable: true,
        reason: null,
      },
      {
        ...place,
        version: 9,
        elementId: 'Task_TechnicalReview',
        label: '技术评审',
        count: 1,
        movable: false,
        reason: expect.stringContaining('没有保存项目所用版本的模型'),
      },
    ]);
  });

  test('a form and a notice concern the processes that name them', async () => {
    world.engine.tasks = [task('11', 'Task_TechnicalReview')];
    const form = (models[FORM] ?? '').replace('项目情况', '情况');
    expect(await impact(await submitted(FORM, form))).toHaveLength(1);
    expect(await impact(await submitted(NOTICE, `${models[NOTICE]}此致`))).toEqual([]);
  });

  test('an engine that does not answer is told as such', async () => {
    const id = await submitted(REVIEW, withLimit(10));
    world.engine.runningTasks = () => Promise.reject(new Error('no answer within 10000 ms'));
    await expect(impact(id)).rejects.toMatchObject({
      code: 'engine-unavailable',
      message: expect.stringContaining('查不到在办项目'),
    });
  });
});

describe('migration', () => {
  const at = (processInstanceKey: string, elementId: string, type = 'USER_TASK') => ({
    state: 'ACTIVE',
    elementId,
    type,
    processDefinitionKey: `10${REVIEW}`,
    processInstanceKey,
  });
  const check = (fromVersion = 1, toVersion = 2) =>
    world.handlers.checkMigration(
      asking(li, { query: { processId: PROCESS, fromVersion, toVersion } }),
    );
  const migrate = (plan: Awaited<ReturnType<typeof check>>) =>
    world.handlers.migrate(asking(li, { body: { plan, document } }));

  beforeEach(async () => {
    world.engine.elements = [
      at('11', PROCESS, 'PROCESS'),
      at('11', 'Task_TechnicalReview'),
      at('12', PROCESS, 'PROCESS'),
      at('12', 'Task_ConfirmRequirements'),
    ];
    await published(withLimit(10));
  });

  test('is planned first and then carried out as planned', async () => {
    const plan = await check();
    expect(plan).toEqual({
      processId: PROCESS,
      fromVersion: 1,
      toVersion: 2,
      instances: ['11', '12'],
      mapping: [
        ['Task_ConfirmRequirements', '确认需求、编修文本'],
        ['Task_TechnicalReview', '技术评审'],
        ['Timer_TechnicalReview', '每日检查时限'],
      ].map(([id, label]) => ({ from: id, fromLabel: label, to: id, toLabel: label })),
      problems: [],
    });
    expect(await migrate(plan)).toEqual({ moved: ['11', '12'], stayed: [] });
    const same = (...ids: string[]) => ids.map((id) => ({ from: id, to: id }));
    expect(world.engine.migrated).toEqual([
      {
        instance: '11',
        target: `20${REVIEW}`,
        mapping: same('Task_TechnicalReview', 'Timer_TechnicalReview'),
      },
      { instance: '12', target: `20${REVIEW}`, mapping: same('Task_ConfirmRequirements') },
    ]);
  });

  test('is kept with its document, who did it and what came of it', async () => {
    world.engine.migrationFailures.set('12', new Error('odd'));
    await migrate(await check());
    expect(await use.records.moves(PROCESS)).toEqual([
      {
        id: expect.any(String),
        ...{ processId: PROCESS, fromVersion: 1, toVersion: 2, document },
        ...{ instances: ['11', '12'], changedBy: ['wang'] },
        ...{ person: 'li', personName: '李发布', at: expect.any(Date) },
        ended: {
          at: expect.any(Date),
          moved: ['11'],
          stayed: [{ instance: '12', reason: expect.stringContaining('odd') }],
        },
      },
    ]);
    const [publication] = (await world.handlers.listSubmissions(asking(li))).submissions;
    const params = { id: publication?.id ?? '' };
    expect((await world.handlers.readSubmission(asking(li, { params }))).moves).toEqual([
      {
        ...{ processId: PROCESS, fromVersion: 1, toVersion: 2, document },
        ...{ by: { id: 'li', name: '李发布' }, at: expect.any(String) },
        outcome: { moved: 1, stayed: 1 },
      },
    ]);
  });

  test('not by who submitted a change between the versions, whichever way', async () => {
    const planOf = (fromVersion: number, toVersion: number, user: typeof li) =>
      world.handlers.checkMigration(
        asking(user, { query: { processId: PROCESS, fromVersion, toVersion } }),
      );
    const plan = await check();
    expect((await planOf(1, 2, wang)).problems).toEqual([expect.stringContaining('两个人')]);
    expect((await planOf(2, 1, wang)).problems[0]).toContain('两个人');
    await expect(
      world.handlers.migrate(asking(wang, { body: { plan, document } })),
    ).rejects.toMatchObject({ code: 'same-person', message: expect.stringContaining('另一位') });
    expect(world.engine.migrated).toEqual([]);
    expect(await use.records.moves(PROCESS)).toEqual([]);
    // What lies before both versions is nobody's any more.
    await published(withLimit(9), li, wang);
    expect((await planOf(2, 3, wang)).problems).toEqual([expect.stringContaining('没有在办项目')]);
    expect((await planOf(1, 3, li)).problems).toEqual([expect.stringContaining('两个人')]);
  });

  test('what changed since the check is checked again', async () => {
    const plan = await check();
    world.engine.elements.push(at('13', 'Task_TechnicalReview'));
    await expect(migrate(plan)).rejects.toMatchObject({
      code: 'plan-has-problems',
      message: expect.stringContaining('重新检查'),
    });
    expect(world.engine.migrated).toEqual([]);
  });

  test('a plan with problems is not carried out', async () => {
    await published(withLimit(10).replaceAll('Task_ConfirmRequirements', 'Task_Clarify'));
    const plan = await check(1, 3);
    expect(plan.problems).toEqual([expect.stringContaining('新版本没有“确认需求、编修文本”')]);
    await expect(migrate(plan)).rejects.toMatchObject({ code: 'plan-has-problems' });
    await expect(migrate({ ...plan, problems: [] })).rejects.toMatchObject({
      code: 'plan-has-problems',
    });
  });

  test('each project that stays is told why', async () => {
    const failure = (message: string, code = 9) => Object.assign(new Error(message), { code });
    world.engine.migrationFailures.set(
      '11',
      failure("but no mapping instruction defined for active element with id 'Task_X'."),
    );
    world.engine.migrationFailures.set('12', failure('no process instance found with key', 5));
    expect(await migrate(await check())).toEqual({
      moved: [],
      stayed: [
        { instance: '11', reason: '在检查之后走到了 Task_X，请重新检查迁移方案。' },
        { instance: '12', reason: '项目已办结或已不在引擎中，不必迁移。' },
      ],
    });
  });

  test.each([
    [1, 1, '相同'],
    [2, 1, '没有在办项目'],
  ])('from %s to %s is not needed', async (from, to, expected) => {
    const { problems } = await check(from, to);
    expect(problems).toEqual([expect.stringContaining(expected)]);
  });

  test('a version nobody knows', async () => {
    await expect(check(1, 7)).rejects.toMatchObject({ code: 'no-such-process-version' });
  });
});
