import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { auditRoutes } from '../../web-modeler/audit/api.ts';
import { libraryRoutes } from '../../web-modeler/library/api.ts';
import { lintingRoutes } from '../../web-modeler/linting/api.ts';
import { modelRoutes } from '../../web-modeler/model/api.ts';
import { publishingRoutes } from '../../web-modeler/publishing/api.ts';
import { anApplication } from '../process/support/application.ts';
import { endOf } from '../process/support/elements.ts';
import { goodAnswer } from '../process/support/good-case.ts';
import { fileAt, type Project, stage } from '../process/support/project.ts';
import { until } from '../process/support/until.ts';
import { openWorld, type World } from '../process/support/world.ts';
import { openBrowser, picture } from './support/browser.ts';
import { type Administrator, administrator } from './support/modeler-api.ts';
import { processVersion } from './support/operate.ts';
import { signIn } from './support/tasklist.ts';

// What a page adds nothing to: publishing on the real engine, through the modeler's API. In this order, each test on
// what the one before has left; the last one leaves what came with the system.
const STAGE = 'stage-budget/stage-budget.bpmn';
const FORM = 'stage-budget/prepare-budget.form';
const NEW_LIMIT = 12;
const LONG_MS = 10 * 60_000;

let world: World;
let browser: Browser;
/** May save and submit. */
let editor: Administrator;
/** May publish too. */
let xu: Administrator;
let cheng: Administrator;
/** A stage by itself, and one that its project calls. */
let running: Project;
let called: Project;
let versionBefore: number;
let publication: string;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  [editor, xu, cheng] = (await Promise.all(
    ['shuju.zhang', 'shuju.xu', 'bangong.cheng'].map((user) => administrator(world.modeler, user)),
  )) as [Administrator, Administrator, Administrator];
  versionBefore = await deployedVersion();
}, LONG_MS);
afterAll(async () => {
  await browser.close();
  await world.close();
});

test(
  'before publishing it is told which projects run, at which step of which version',
  async () => {
    const limit = await change(STAGE, (text) =>
      text.replace('source="=20" target="limitDays"', `source="=${NEW_LIMIT}" target="limitDays"`),
    );
    const [finding] = limit.filter(({ severity }) => severity === 'error');
    await editor.ask(lintingRoutes.overrule, {
      body: {
        ...{ path: STAGE, rule: finding?.rule, elementId: finding?.id ?? null },
        ...{ message: finding?.message, document: '九数办〔2026〕21号' },
      },
    });
    await change(FORM, (text) => text.replace('文号或存放位置', '文号或者存放位置'));

    called = await fileAt(world, 'Call_ApprovalSmall', anApplication());
    await called.finish('Task_TechnicalReview', goodAnswer('Task_TechnicalReview'));
    await called.shown('Task_PrepareBudget');

    const id = await submit(xu, [STAGE, FORM], '九数办〔2026〕21号');
    const before = await runningAt(id);
    running = await stage(world, 'stage-budget', anApplication());
    await running.shown('Task_PrepareBudget');
    await until('one more project', async () =>
      (await runningAt(id)) === before + 1 ? true : undefined,
    );
    publication = id;
  },
  LONG_MS,
);

test(
  'who submitted it takes it back, nobody else; who publishes sends it back with a reason',
  async () => {
    const params = { id: publication };
    expect(await cheng.refused(publishingRoutes.withdraw, { params })).toMatchObject({
      code: 'not-yours',
    });
    expect((await xu.ask(publishingRoutes.withdraw, { params })).state).toBe('withdrawn');
    expect(await cheng.refused(publishingRoutes.publish, { params })).toMatchObject({
      code: 'not-open',
    });

    const again = await submit(xu, [STAGE, FORM], '九数办〔2026〕21号');
    const refusal = { params: { id: again }, body: { reason: '请补充依据' } };
    expect(await editor.refused(publishingRoutes.refuse, refusal)).toMatchObject({
      code: 'not-allowed',
    });
    expect(await cheng.ask(publishingRoutes.refuse, refusal)).toMatchObject({
      state: 'refused',
      ended: { by: { id: 'bangong.cheng' }, reason: '请补充依据' },
    });
    expect(await cheng.refused(publishingRoutes.publish, { params: { id: again } })).toMatchObject({
      code: 'not-open',
    });
    expect(await deployedVersion()).toBe(versionBefore);
  },
  LONG_MS,
);

test(
  // A blank in a name: our FEEL reader takes it for part of the name, the engine's does not.
  'a model that only the engine refuses is told of in one sentence, and nothing of it runs',
  async () => {
    const submittable = await textOf(STAGE, 'saved');
    const findings = await change(STAGE, (text) =>
      text.replace(
        `application.projectName' target="taskContextDisplayName"`,
        `application.project name' target="taskContextDisplayName"`,
      ),
    );
    expect(findings.map(({ document }) => document)).toEqual(['九数办〔2026〕21号']);
    const id = await submit(xu, [STAGE, FORM], '九数办〔2026〕22号');
    const published = await textOf(STAGE, 'published');

    const { status, code, message } = await cheng.refused(publishingRoutes.publish, {
      params: { id },
    });
    expect({ status, code }).toEqual({ status: 422, code: 'engine-refused' });
    expect(message).toMatch(
      /^流程引擎没有接受模型（stage-budget\/stage-budget\.bpmn 的 Task_PrepareBudget）：表达式“[^”]*project name”写法有误，请改正，然后重新提交。$/,
    );
    const { submission } = await cheng.ask(publishingRoutes.readSubmission, { params: { id } });
    expect(submission).toMatchObject({ state: 'open', deployed: [], ended: null });
    expect(await textOf(STAGE, 'published')).toBe(published);
    expect(await deployedVersion()).toBe(versionBefore);
    expect(await versionOfNewProject()).toBe(versionBefore);

    await xu.ask(publishingRoutes.withdraw, { params: { id } });
    await change(STAGE, () => submittable);
  },
  LONG_MS,
);

test(
  'once it is published Tasklist has the new forms, and Operate shows the new version',
  async () => {
    publication = await submit(xu, [STAGE, FORM], '九数办〔2026〕23号');
    const params = { id: publication };
    expect(await xu.refused(publishingRoutes.publish, { params })).toMatchObject({
      code: 'same-person',
    });
    const published = await cheng.ask(publishingRoutes.publish, { params });
    expect(published).toMatchObject({ state: 'published', warning: null });
    // Not waited for: whoever files an application now finds the form.
    const form = published.deployed.find(({ kind }) => kind === 'form');
    expect(await newestForm()).toEqual({ version: form?.version, text: 'new' });

    const made = published.deployed.find(({ kind }) => kind === 'process');
    expect(made?.version).toBeGreaterThan(versionBefore);
    const operator = await signIn(browser, world.tasklist, 'shuju.zhang');
    await processVersion(operator, made?.operate ?? '', {
      version: made?.version ?? 0,
      element: 'Task_ApproveBudget',
    });
    expect(await operator.locator('#processName').inputValue()).toBe('项目预算审批');
    await picture(operator, 'modeler-operate-version');
    await operator.context().close();
  },
  LONG_MS,
);

test(
  'running projects stay on their version until a second person moves them by a checked plan, and finish on the new one',
  async () => {
    const toVersion = await deployedVersion();
    const { processInstanceKey: calledStage } = await called.open('Task_PrepareBudget');
    const versions = { processId: 'stage-budget', fromVersion: versionBefore, toVersion };
    const plan = await until('the plan for the running project', async () => {
      const found = await cheng.ask(publishingRoutes.checkMigration, { query: asQuery(versions) });
      return found.instances.includes(running.processInstanceKey) ? found : undefined;
    });
    expect(plan.problems).toEqual([]);
    expect(plan.mapping).toContainEqual({
      ...{ from: 'Task_PrepareBudget', fromLabel: '编制项目预算' },
      ...{ to: 'Task_PrepareBudget', toLabel: '编制项目预算' },
    });

    const body = { plan, document: '九数办〔2026〕24号' };
    expect(
      (await xu.ask(publishingRoutes.checkMigration, { query: asQuery(versions) })).problems,
    ).toEqual([expect.stringContaining('必须是两个人')]);
    expect(await xu.refused(publishingRoutes.migrate, { body })).toMatchObject({
      status: 403,
      code: 'same-person',
    });
    const { moved, stayed } = await cheng.ask(publishingRoutes.migrate, { body });
    expect(stayed).toEqual([]);
    expect(moved).toEqual(expect.arrayContaining([running.processInstanceKey, calledStage]));

    await called.finish('Task_PrepareBudget', goodAnswer('Task_PrepareBudget'));
    expect((await called.open('Task_ApproveBudget')).limitDays).toBe(NEW_LIMIT);
    await running.finish('Task_PrepareBudget', goodAnswer('Task_PrepareBudget'));
    expect((await running.open('Task_ApproveBudget')).limitDays).toBe(NEW_LIMIT);
    await running.finish('Task_ApproveBudget', goodAnswer('Task_ApproveBudget'));
    const end = () => endOf(world.search, running.processInstanceKey, 'stage-budget');
    expect(await until('its end', end)).toBe('End_BudgetApproved');
  },
  LONG_MS,
);

test(
  'who moved them, by which document and with what outcome, is kept and shown',
  async () => {
    const [kept] = await world.records.moves('stage-budget');
    expect(kept).toMatchObject({
      ...{
        document: '九数办〔2026〕24号',
        person: 'bangong.cheng',
        changedBy: ['shuju.xu', 'shuju.zhang'],
      },
      ended: { moved: expect.arrayContaining([running.processInstanceKey]), stayed: [] },
    });
    const { moves } = await editor.ask(publishingRoutes.readSubmission, {
      params: { id: publication },
    });
    expect(moves).toEqual([
      expect.objectContaining({
        document: '九数办〔2026〕24号',
        by: { id: 'bangong.cheng', name: expect.any(String) },
        outcome: { moved: kept?.instances.length, stayed: 0 },
      }),
    ]);
    const { entries } = await editor.ask(auditRoutes.readAudit);
    const tries = entries.filter(({ action }) => action === 'migrate');
    const target = `stage-budget ${versionBefore} → ${await deployedVersion()} 九数办〔2026〕24号`;
    expect(tries.slice(0, 2)).toMatchObject([
      { by: { id: 'bangong.cheng' }, target, result: 'ok' },
      { by: { id: 'shuju.xu' }, target, result: 'same-person' },
    ]);
  },
  LONG_MS,
);

test(
  'a process the engine cannot move says why, and the engine indeed refuses it',
  async () => {
    const toVersion = await deployedVersion();
    const project = await fileAt(world, 'Call_ApprovalSmall', anApplication());
    await project.open('Task_TechnicalReview');
    const versions = {
      processId: 'project-application',
      fromVersion: toVersion,
      toVersion: versionBefore,
    };
    const plan = await until('the plan for the running project', async () => {
      const found = await cheng.ask(publishingRoutes.checkMigration, { query: asQuery(versions) });
      return found.instances.includes(project.processInstanceKey) ? found : undefined;
    });
    expect(plan.problems).toContain(
      '原版本的流程有由“升级”触发的事件子流程，引擎不支持迁移，请让在办项目按原版本办完。',
    );
    expect(
      await cheng.refused(publishingRoutes.migrate, {
        body: { plan, document: '九数办〔2026〕25号' },
      }),
    ).toMatchObject({
      status: 409,
      code: 'plan-has-problems',
      message: expect.stringContaining('按原版本办完'),
    });
    const [older] = (await world.records.processVersions('project-application')).filter(
      ({ version }) => version === versionBefore,
    );
    const migrated = world.engine.migrateProcessInstance({
      processInstanceKey: project.processInstanceKey,
      migrationPlan: { targetProcessDefinitionKey: older?.key ?? '', mappingInstructions: [] },
    });
    await expect(migrated).rejects.toThrow(/event subprocesses? .*ESCALATION/i);
  },
  LONG_MS,
);

test(
  'what came with the system is brought back as any other publication is',
  async () => {
    const { submissions } = await editor.ask(publishingRoutes.listSubmissions);
    const release = submissions.find(({ document }) => document === '随系统交付');
    const back = await xu.ask(publishingRoutes.rollBack, {
      params: { id: release?.id ?? '' },
      body: { document: '九数办〔2026〕26号', note: '回退到随系统交付的模型' },
    });
    expect(back.changes.map(({ sentence }) => sentence)).toContain(
      `批复项目预算 时限 ${NEW_LIMIT} → 20 工作日（第二十五条第四项）`,
    );
    const params = { id: back.id };
    expect(await xu.refused(publishingRoutes.publish, { params })).toMatchObject({
      code: 'same-person',
    });
    expect((await cheng.ask(publishingRoutes.publish, { params })).warning).toBeNull();
    expect(await textOf(STAGE, 'published')).toBe(await textOf(STAGE, 'shipped'));
    expect(await newestForm()).toMatchObject({ text: 'shipped' });
    const project = await stage(world, 'stage-budget', anApplication());
    await project.finish('Task_PrepareBudget', goodAnswer('Task_PrepareBudget'));
    expect((await project.open('Task_ApproveBudget')).limitDays).toBe(20);
    for (const path of [STAGE, FORM]) await change(path, () => textOf(path, 'shipped'));
  },
  LONG_MS,
);

/** Saves a changed text of a model. @returns what lint says against it */
async function change(path: string, edit: (text: string) => string | Promise<string>) {
  const { source, blob: base } = await editor.ask(modelRoutes.readModel, { query: { path } });
  const changed = await edit(source);
  const body = { path, source: changed, base, note: '按文件调整' };
  return (await editor.ask(modelRoutes.saveModel, { body })).findings;
}

async function textOf(path: string, at: 'saved' | 'published' | 'shipped'): Promise<string> {
  return (await editor.ask(modelRoutes.readModel, { query: { path, at } })).source;
}

async function submit(by: Administrator, paths: string[], document: string): Promise<string> {
  const { saved, published } = await by.ask(libraryRoutes.listModels);
  const body = { paths, saved, published, document, note: '调整预算批复时限和表单' };
  return (await by.ask(publishingRoutes.submit, { body })).id;
}

async function runningAt(id: string): Promise<number> {
  const { running: rows } = await cheng.ask(publishingRoutes.readImpact, { params: { id } });
  const row = rows.find(
    ({ processId, version, elementId }) =>
      processId === 'stage-budget' &&
      version === versionBefore &&
      elementId === 'Task_PrepareBudget',
  );
  if (row !== undefined) expect(row).toMatchObject({ label: '编制项目预算', movable: true });
  return row?.count ?? 0;
}

/** The newest version of the stage that the modeler knows of. */
async function deployedVersion(): Promise<number> {
  const { models } = await editor.ask(libraryRoutes.listModels);
  return models.find(({ path }) => path === STAGE)?.deployedVersion ?? 0;
}

async function versionOfNewProject(): Promise<number> {
  // It ends by itself: no process has called it.
  const { version } = await world.engine.createProcessInstance({
    bpmnProcessId: 'stage-budget',
    variables: {},
  });
  return version;
}

const formsSchema = z.object({
  hits: z.object({
    hits: z.array(z.object({ _source: z.object({ version: z.number(), schema: z.string() }) })),
  }),
});

/** The newest version of the form in the index Tasklist reads its forms from. */
async function newestForm(): Promise<{ version: number; text: 'new' | 'shipped' }> {
  const response = await fetch(`${world.search}/tasklist-form-*/_search?sort=version:desc&size=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { term: { bpmnId: 'prepare-budget' } } }),
  });
  const [newest] = formsSchema.parse(await response.json()).hits.hits;
  if (newest === undefined) throw new Error('Tasklist has no such form');
  const { version, schema } = newest._source;
  return { version, text: schema.includes('文号或者存放位置') ? 'new' : 'shipped' };
}

function asQuery(versions: { processId: string; fromVersion: number; toVersion: number }) {
  return Object.fromEntries(Object.entries(versions).map(([key, value]) => [key, String(value)]));
}
