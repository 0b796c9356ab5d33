import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createDirectory, parseOrganization } from '../../../law/directory/index.ts';
import { openTask } from '../../../workers/open-task/index.ts';
import { aClock, aClosing, aDecision, aProceeding, aScope } from '../../support/records.ts';
import { aJob, anUnknownJob, application, aTask, calendar, visited } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

/** What hands a file back on one of the step's grounds. */
const HANDED_BACK = { outcome: 'return', opinion: '请确认', ground: '需求确认' };

const use = useDeps();
const open = (some: Record<string, unknown> = {}, job = aJob()) =>
  openTask.run(aTask(some), job, use.deps);
const termsOf = async ({ elementInstanceKey }: { elementInstanceKey: string }) =>
  (await use.records.clock(elementInstanceKey))?.answer.terms;
/** Gives somebody open tasks. */
const busy = async (assignee: string, tasks: number) => {
  for (let i = 0; i < tasks; i += 1) {
    await use.records.openClock(aClock({ assignee, elementInstanceKey: `${assignee}-${i}` }));
  }
};

test('it answers who acts until when, and keeps the clock', async () => {
  use.at('2031-09-05T10:00:00+08:00');
  const job = aJob();
  expect(await open({}, job)).toEqual({
    assignee: 'data.zhang',
    candidateGroups: ['市数据管理部门'],
    dueDate: '2031-09-26T23:59:59+08:00',
    clock: expect.objectContaining({ deadline: '2031-09-26', remaining: 15, used: 0 }),
    history: [],
    shown: expect.objectContaining({ projectId: 'JJSZ-2031-0001' }),
  });
  expect(await use.records.clock(job.elementInstanceKey)).toMatchObject({
    label: '技术评审',
    body: '市数据管理部门',
    assignee: 'data.zhang',
    role: 'reviewer',
    limitDays: 15,
    usedBefore: 0,
    startedOn: '2031-09-05',
    deadline: '2031-09-26',
    facts: { ...application },
    closedOn: null,
    answer: {
      terms: {
        position: '经办人',
        eachVisit: false,
        grounds: ['需求确认', '编修文本'],
        handedBackOn: [],
        carried: [],
        decidesExtension: false,
      },
    },
  });
});

test('it tells the assignee once, with the deadline and the project', async () => {
  const job = aJob();
  await open({}, job);
  await open({}, job);
  const mails = await use.mails();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ purpose: 'task-opened', to: ['data.zhang@x.example'] });
  expect(mails[0]?.subject).toBe('【待办】技术评审：智慧校园（JJSZ-2031-0001）');
  expect(mails[0]?.text).toContain('2031-09-26');
});

describe('the same visit', () => {
  test('keeps its person when the load has changed', async () => {
    const job = aJob();
    const first = await open({}, job);
    await busy('data.zhang', 3);
    expect(await open({}, job)).toEqual(first);
    expect(await open()).toMatchObject({ assignee: 'data.liu' });
  });

  test('keeps its person when nobody could be found any more', async () => {
    const job = aJob();
    const first = await open({}, job);
    const directory = { ...use.deps.directory, candidates: () => [] };
    expect(await openTask.run(aTask(), job, { ...use.deps, directory })).toEqual(first);
  });

  test('keeps its deadline on another day, while its reminder starts ahead of now', async () => {
    use.at('2031-09-05T10:00:00+08:00');
    const job = aJob();
    await open({}, job);
    use.at('2031-09-25T10:00:00+08:00');
    expect(await open({}, job)).toMatchObject({
      dueDate: '2031-09-26T23:59:59+08:00',
      clock: { deadline: '2031-09-26', remindFrom: '2031-09-26T09:00:00+08:00' },
    });
  });

  test('answers with the deadline a new notice has moved meanwhile', async () => {
    const job = aJob();
    await open({}, job);
    await use.records.moveDeadline(job.elementInstanceKey, '2031-09-29', true);
    expect(await open({}, job)).toMatchObject({
      dueDate: '2031-09-29T23:59:59+08:00',
      clock: { deadline: '2031-09-29', provisional: true },
    });
  });

  test('has one clock and one person when its job runs twice at once', async () => {
    const job = aJob();
    const [one, other] = await Promise.all([open({}, job), open({}, job)]);
    expect(one).toEqual(other);
    expect(await use.records.openClocks({})).toHaveLength(1);
    expect(await use.mails()).toHaveLength(1);
  });
});

describe('the person', () => {
  test('is the one of the position with the fewest open tasks', async () => {
    await busy('data.zhang', 2);
    await busy('data.liu', 1);
    expect(await open()).toMatchObject({ assignee: 'data.liu' });
  });

  test('is the substitute while the other is away', async () => {
    use.at('2031-11-05T10:00:00+08:00');
    expect(await open({ body: '市财政局' })).toMatchObject({
      assignee: 'finance.head',
      onBehalfOf: 'finance.wu',
    });
  });

  test('is of the county where the model names a counterpart', async () => {
    const county = { ...application, level: 'county', county: '修水县' };
    expect(await open({ body: '县发改委', application: county })).toMatchObject({
      assignee: 'xiushui.zhan',
      candidateGroups: ['修水县发改委'],
    });
  });

  test('is of the body that reviews in place of the one whose own case it is, and so is the task', async () => {
    const own = { ...application, applicantUnit: '市数据管理部门', ownerUnit: '市数据管理部门' };
    const file = 'test/workers/support/organization.yaml';
    const text = readFileSync(file, 'utf8').replace(
      'name: 市数据管理部门,',
      'name: 市数据管理部门, recusalBody: 市财政局,',
    );
    const directory = createDirectory(parseOrganization(text, file));
    const answer = await openTask.run(aTask({ application: own }), aJob(), {
      ...use.deps,
      directory,
    });
    expect(answer).toMatchObject({ candidateGroups: ['市财政局'] });
    expect(directory.person(String(answer.assignee))?.body).toBe('市财政局');
  });

  test('is missing when all have a conflict of interest: an incident, no clock, no mail', async () => {
    await expect(open({ body: '市教育局' })).rejects.toMatchObject({
      code: 'nobody-available',
      message: expect.stringContaining('市教育局'),
    });
    expect(await use.records.openClocks({})).toEqual([]);
    expect(await use.mails()).toEqual([]);
  });
});

describe('a body nobody knows', () => {
  test('is an incident that names it', async () => {
    await expect(open({ body: '市水利局' })).rejects.toMatchObject({
      code: 'unknown-body',
      message: expect.stringContaining('市水利局'),
    });
    await expect(open({ body: '县发改委' })).rejects.toMatchObject({ code: 'unknown-body' });
  });

  test("gives an owner's step to the supervising office", async () => {
    const mistyped = { ...application, applicantUnit: '市教育句' };
    const owner = { role: 'owner', body: '项目应用单位', application: mistyped };
    expect(await open(owner)).toMatchObject({
      assignee: 'office.he',
      candidateGroups: ['市数字政府领导小组办公室'],
    });
  });
});

describe('an application that is still wrong', () => {
  test.each([
    ['no name', { projectName: undefined }],
    ['a name that is a number', { projectName: 5 }],
    ['a level that does not exist', { level: '省级' }],
    ['a county that is a list', { county: [] }],
  ])('reaches its owner with %s', async (_name, wrong) => {
    const task = { role: 'owner', body: '项目应用单位', limitDays: undefined };
    expect(await open({ ...task, application: { ...application, ...wrong } })).toMatchObject({
      assignee: 'school.tang',
      dueDate: null,
    });
  });
});

test('a later visit goes on with what the earlier ones left', async () => {
  use.at('2031-09-05T10:00:00+08:00');
  const { deadline } = calendar.addWorkingDays('2031-09-05', 5);
  const job = aJob();
  await visited(use.records, job, { used: 4 }, { outcome: 'void' });
  await visited(use.records, job, { usedBefore: 4, used: 6 }, HANDED_BACK);
  // What says otherwise was sent by somebody.
  const clock_Task_TechnicalReview = { limit: 15, used: 0, grounds: ['编修文本'], extension: 60 };
  expect(await open({ clock_Task_TechnicalReview }, job)).toMatchObject({
    clock: { used: 10, remaining: 5, deadline },
  });
  expect(await termsOf(job)).toMatchObject({ handedBackOn: ['需求确认'] });
});

test('a visit to the step in another process instance leaves nothing', async () => {
  await visited(use.records, aJob({ processInstanceKey: 'another' }), { used: 4 }, HANDED_BACK);
  expect(await open()).toMatchObject({ clock: { used: 0 } });
});

describe('what a model does not say about its task is no term of it', () => {
  test.each([
    ['position', { position: '负责人' }, { assignee: 'data.zhang' }],
    ['the limit for each visit', { eachVisit: true }, {}],
    ['a request for more time', { extensionRequest: { extensionDays: 9 } }, {}],
  ])('%s sent by whoever started the process', async (_what, sent, answer) => {
    const job = aJob();
    expect(await open(sent, job)).toMatchObject(answer);
    expect(await termsOf(job)).toMatchObject({
      ...{ position: '经办人', eachVisit: false, decidesExtension: false },
    });
  });

  test('nor is a limit at a step without one', async () => {
    const job = aJob({ elementId: 'Task_ConfirmRequirements' });
    const sent = { ...{ limitDays: 900, history: [{ step: '伪造' }] }, signer: 'data.zhang' };
    expect(await open({ ...sent, role: 'owner', body: '项目业主单位' }, job)).toMatchObject({
      ...{ dueDate: null, history: [] },
    });
  });
});

describe('the project', () => {
  test('is what the records say of it, whatever came with the start', async () => {
    const rootInstance = 'facts-root';
    const projectId = await use.records.openProject(aProceeding(rootInstance), 2031, {
      ...{ projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' },
    });
    await use.records.keepVersion(
      {
        ...{ elementInstanceKey: 'v', elementId: 'Task_CheckApplication', projectId },
        ...{ proceeding: rootInstance, by: '市教育局', at: new Date() },
      },
      application,
      [],
      [],
    );
    const call = { elementInstanceKey: 'call', processInstanceKey: rootInstance };
    const of = { calledProcessId: 'stage-technical-review', projectId, proceeding: rootInstance };
    const ticket = await use.records.makeTicket({ ...call, ...of, madeAt: new Date() });
    const job = aJob({ processInstanceKey: 'called-by-facts' });
    await use.records.enter(ticket, job);

    const forged = { ...application, applicantUnit: '市数据管理部门', projectName: '别的项目' };
    const task = { projectId: 'JJSZ-2031-9999', proceedingId: 'x', application: forged };
    const { shown } = await open({ ...task, role: 'reviewer' }, job);
    expect(shown).toMatchObject({ projectId, application: { projectName: '智慧校园' } });
    expect(await use.records.clock(job.elementInstanceKey)).toMatchObject({
      ...{ projectId, proceeding: rootInstance, facts: { applicantUnit: '市教育局' } },
    });
  });
});

describe('an extension', () => {
  const clock_Task_TechnicalReview = { limit: 15, used: 14, grounds: [], extension: 20 };
  const asked = (job: ReturnType<typeof aJob>) =>
    visited(use.records, job, { used: 14 }, { outcome: 'extend', opinion: '机房搬迁未完成' });
  /** A body grants more time in the project. */
  const grant = async (grantedDays: number, projectId = 'JJSZ-2031-0001') => {
    const job = anUnknownJob({ elementId: 'Task_DecideExtension' });
    const request = { projectId, limitDays: null, extensionRequest: { extensionDays: 20 } };
    await open(request, job);
    const { elementInstanceKey } = job;
    const entered = { outcome: 'approve', grantedDays };
    await use.records.closeClock(aDecision({ projectId, elementInstanceKey, entered }), aClosing());
  };

  test('that was granted makes the limit longer', async () => {
    use.at('2031-09-05T10:00:00+08:00');
    await grant(20);
    const { deadline } = calendar.addWorkingDays('2031-09-05', 21);
    const job = aJob();
    await asked(job);
    expect(await open({ clock_Task_TechnicalReview }, job)).toMatchObject({
      clock: { used: 14, extension: 20, remaining: 21, deadline },
    });
    expect(await use.records.clock(job.elementInstanceKey)).toMatchObject({ extendedBy: 20 });
  });

  test('that was granted to another step lengthens none that did not ask', async () => {
    await grant(20);
    expect(await open({ clock_Task_TechnicalReview })).toMatchObject({ clock: { extension: 0 } });
  });

  test('that nobody granted counts no day, whatever the variable says', async () => {
    await asked(aJob());
    expect(await open({ clock_Task_TechnicalReview })).toMatchObject({
      clock: { extension: 0, remaining: 1 },
    });
    await grant(20, 'JJSZ-2031-0002');
    expect(await open({ clock_Task_TechnicalReview })).toMatchObject({ clock: { extension: 0 } });
    await grant(5);
    expect(await open({ clock_Task_TechnicalReview })).toMatchObject({ clock: { extension: 5 } });
  });

  test('that is no number of days grants none and forgets no day used', async () => {
    await grant(20);
    await asked(aJob());
    const odd = { ...clock_Task_TechnicalReview, extension: '20' };
    expect(await open({ clock_Task_TechnicalReview: odd })).toMatchObject({
      clock: { extension: 0, used: 14 },
    });
  });

  test('is decided where it is asked for, and the step keeps that', async () => {
    const request = { limitDays: null, extensionRequest: { extensionDays: 20 } };
    const [where, elsewhere] = [
      aJob({ elementId: 'Task_DecideExtension', processId: 'stage-extension' }),
      aJob(),
    ];
    await open(request, where);
    await open(request, elsewhere);
    expect(await termsOf(where)).toMatchObject({ decidesExtension: true });
    expect(await termsOf(elsewhere)).toMatchObject({ decidesExtension: false });
  });
});

test("the owner's delay is shown where the process itself does not know it", async () => {
  expect(await open()).not.toHaveProperty('ownerDelay');
  await use.records.refer(aScope('JJSZ-2031-0001'), 1, 'j1', 30);
  await use.records.refer(aScope('JJSZ-2031-0001'), 2, 'j2', 61);
  expect(await open()).toMatchObject({ ownerDelay: 61 });
});

test('the form gets what it shows and no more, as text that cannot act', async () => {
  const application = {
    ...{ projectName: '*智慧*校园', applicantUnit: '市教育局', ownerUnit: '市教育局' },
    ...{ level: 'city', investment: 150, kind: 'service' },
  };
  const answer = await open({ application, other: 1 });
  expect(answer.shown).toMatchObject({
    projectId: 'JJSZ-2031-0001',
    application: {
      ...{ projectName: '&#42;智慧&#42;校园', investment: '150 万元', site: '未填写' },
      ...{ kind: '服务类', materials: [] },
    },
  });
  expect(answer.shown).not.toHaveProperty('other');
});

test('earlier decisions are shown with names and whom they stood in for', async () => {
  await use.records.closeClock(
    aDecision({ projectId: 'JJSZ-2031-0001', signer: 'finance.head', onBehalfOf: 'finance.wu' }),
    aClosing(),
  );
  expect(await open()).toMatchObject({
    history: [{ step: '技术评审', signer: '胡国华（代吴思远办理）', outcome: '同意' }],
  });
});

describe('the proceeding', () => {
  const begin = async (rootInstance: string) => {
    const first = aProceeding(rootInstance);
    const filed = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
    return use.records.openProject(first, 2031, filed);
  };
  const proceedingOf = async ({ elementInstanceKey }: { elementInstanceKey: string }) =>
    (await use.records.clock(elementInstanceKey))?.proceeding;

  test('of a step in a called process is the one handed down', async () => {
    const projectId = await begin('root-1');
    await use.records.openProceeding(aProceeding('root-2'), projectId);
    const job = aJob({ processInstanceKey: 'called' });
    await open({ projectId, proceedingId: 'root-2' }, job);
    expect(await proceedingOf(job)).toBe('root-2');
  });

  test('of another project is not believed, nor is what is no text', async () => {
    const [own, other] = [await begin('root-3'), await begin('root-4')];
    for (const proceedingId of ['root-4', { odd: true }]) {
      const job = aJob({ processInstanceKey: 'called' });
      await open({ projectId: own, proceedingId }, job);
      expect(await proceedingOf(job)).toBe('root-3');
    }
    expect((await use.records.openClocks({ projectId: other })).length).toBe(0);
  });

  test('shows the decisions of those before it first', async () => {
    const projectId = await begin('root-5');
    const later = aProceeding('root-6', { openedAt: new Date('2027-01-01T00:00:00Z') });
    await use.records.openProceeding(later, projectId);
    for (const proceeding of ['root-6', 'root-5']) {
      const of = { projectId, proceeding, label: proceeding, elementInstanceKey: proceeding };
      await use.records.closeClock(aDecision(of), aClosing());
    }
    const steps = async (processInstanceKey: string) => {
      const { history } = await open({ projectId }, aJob({ processInstanceKey }));
      return (history as { step: string }[]).map(({ step }) => step);
    };
    expect(await steps('root-6')).toEqual(['root-5', 'root-6']);
    expect(await steps('root-5')).toEqual(['root-5']);
  });
});

test('variables a model forgot are an incident that names all of them', async () => {
  const faulty = { role: 'boss', article: undefined, limitDays: 1.5 };
  await expect(open(faulty)).rejects.toMatchObject({
    code: 'bad-variables',
    message: expect.stringMatching(/Task_TechnicalReview.*role.*limitDays.*article/s),
  });
});
