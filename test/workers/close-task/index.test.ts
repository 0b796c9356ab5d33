import { beforeEach, describe, expect, test } from '@jest/globals';
import type { JobContext } from '../../../engine/job.ts';
import type { Directory } from '../../../law/directory/index.ts';
import { closeTask } from '../../../workers/close-task/index.ts';
import { openTask } from '../../../workers/open-task/index.ts';
import { aScope } from '../../support/records.ts';
import {
  aJob,
  anUnknownJob,
  application,
  aTask,
  calendar,
  directory,
  visited,
} from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();
let job: JobContext;
/** Opens 技术评审 on Friday, 26 September; what closes it sees the same variables. */
const open = (some: Record<string, unknown> = {}) => {
  use.at('2031-09-26T10:00:00+08:00');
  return openTask.run(aTask(some), job, use.deps);
};
const close = (entered: unknown, more: Record<string, unknown> = {}) =>
  closeTask.run({ ...aTask(), result_Task_TechnicalReview: entered, ...more }, job, use.deps);
const decisions = async () => (await use.sql.query('select * from decisions')).rows;
const clock = () => use.records.clock(job.elementInstanceKey);
/** The fourth working day after the opening. */
const LATER = '2031-10-09T15:30:00+08:00';

beforeEach(() => {
  job = aJob();
});

test('a completion that counts is stamped, its days are added up, the clock stops', async () => {
  await open();
  use.signedBy('data.liu', LATER);
  expect(await close({ outcome: 'approve', opinion: ' 同意 ', ground: null, score: 9 })).toEqual({
    result_Task_TechnicalReview: {
      outcome: 'approve',
      opinion: '同意',
      ground: null,
      score: 9,
      outcomeWord: '同意',
      body: '市数据管理部门',
      signer: 'data.liu',
      signedAt: '2031-10-09T07:30:00.000Z',
    },
    clock_Task_TechnicalReview: { limit: 15, used: 4, grounds: [], extension: 0 },
  });
  expect(await clock()).toMatchObject({
    closedOn: '2031-10-09',
    used: 4,
    closeReason: 'completed',
  });
  expect(await decisions()).toMatchObject([
    {
      label: '技术评审',
      body: '市数据管理部门',
      signer: 'data.liu',
      on_behalf_of: null,
      outcome: 'approve',
      opinion: '同意',
      article: '第二十五条第二项',
      signed_at: new Date(LATER),
      entered: { outcome: 'approve', score: 9 },
    },
  ]);
});

test('a hand-back is remembered with its ground, after those of earlier visits', async () => {
  const earlier = { outcome: 'return', ground: '需求确认' };
  await visited(use.records, job, { used: 3 }, earlier);
  await open();
  use.signedBy('data.zhang', LATER);
  const back = { outcome: 'return', opinion: '请改', ground: '编修文本' };
  expect(await close(back)).toMatchObject({
    clock_Task_TechnicalReview: {
      limit: 15,
      used: 7,
      grounds: ['需求确认', '编修文本'],
      extension: 0,
    },
  });
});

test('a ground left over from a changed mind is not a hand-back', async () => {
  await open();
  use.signedBy('data.zhang', LATER);
  expect(await close({ outcome: 'approve', ground: '编修文本' })).toMatchObject({
    clock_Task_TechnicalReview: { grounds: [] },
  });
});

test('the substitute signs on behalf of the absent person', async () => {
  await open({ body: '市财政局' });
  use.signedBy('finance.head', '2031-11-03T09:00:00+08:00');
  await close({ outcome: 'approve' });
  expect(await decisions()).toMatchObject([{ signer: 'finance.head', on_behalf_of: 'finance.wu' }]);
});

test('what a decision says of documents and facts goes into the dossier, from a void one nothing', async () => {
  const elementId = 'Task_LeadingGroupDecision';
  const decide = async (signer: string) => {
    job = aJob({ processId: 'project-application', elementId });
    await open({ limitDays: null });
    use.signedBy(signer, LATER);
    const entered = { outcome: 'approve', decisionDocument: '审定1号', decisionDate: '2031-10-08' };
    await closeTask.run({ [`result_${elementId}`]: entered }, job, use.deps);
  };
  await decide('finance.wu');
  expect(await use.records.documents('JJSZ-2031-0001')).toEqual([]);
  expect(await use.records.decidedFacts('JJSZ-2031-0001')).toBeUndefined();
  await decide('data.zhang');
  expect(await use.records.documents('JJSZ-2031-0001')).toMatchObject([
    { elementId, recordedBy: '市数据管理部门', number: '审定1号', dated: '2031-10-08' },
  ]);
  expect(await use.records.decidedFacts('JJSZ-2031-0001')).toMatchObject({ amount: '150' });
});

describe('years later', () => {
  /** The organisation when somebody else has the login names of the signer and of the one stood in for. */
  const later: Directory = {
    ...directory,
    person: (id) => {
      const person = directory.person(id);
      return person && { ...person, name: '后来的人', position: '其他岗位', body: '其他单位' };
    },
  };

  test('a decision names its people as they were', async () => {
    await open({ body: '市财政局' });
    use.signedBy('finance.head', '2031-11-03T09:00:00+08:00');
    await close({ outcome: 'approve' });
    expect(await decisions()).toMatchObject([
      {
        ...{ signer_name: '胡国华', signer_position: '负责人', signer_body: '市财政局' },
        ...{ on_behalf_of_name: '吴思远', on_behalf_of_position: '经办人' },
        on_behalf_of_body: '市财政局',
      },
    ]);
    const again = { ...use.deps, directory: later };
    expect(await openTask.run(aTask(), aJob(), again)).toMatchObject({
      history: [{ signer: '胡国华（代吴思远办理）' }],
    });
  });

  test('a stranger has no name', async () => {
    await open();
    use.signedBy('nobody.known', LATER);
    await close({ outcome: 'approve' });
    expect(await decisions()).toMatchObject([
      { signer: 'nobody.known', signer_name: null, signer_position: null, signer_body: null },
    ]);
  });

  test('what the form showed and what was entered can be shown', async () => {
    await open({ jointReviewOpinions: [{ body: '市财政局', opinion: '支持' }] });
    // The same job once more, with other variables: the first opening is what was shown.
    await open({ jointReviewOpinions: [] });
    use.signedBy('data.zhang', LATER);
    await close({ outcome: 'approve', score: 9 });
    const made = await use.records.decision(job.elementInstanceKey);
    expect(made).toMatchObject({
      entered: { outcome: 'approve', score: 9 },
      shown: {
        processVersion: job.processVersion,
        values: {
          application,
          article: '第二十五条第二项',
          jointReviewOpinions: [{ body: '市财政局', opinion: '支持' }],
          history: [],
          shown: { application: { projectName: '智慧校园', investment: '150 万元' } },
          clock: { deadline: '2031-10-23' },
        },
      },
    });
    expect(made?.shown?.values).not.toHaveProperty('terms');
  });
});

test('an untimed step uses no days', async () => {
  await open({ limitDays: null });
  use.signedBy('data.zhang', LATER);
  expect(await close({ outcome: 'approve' })).toMatchObject({
    clock_Task_TechnicalReview: { limit: null, used: 0, grounds: [] },
  });
});

describe('a limit for each visit', () => {
  const eachVisit = { eachVisit: true };
  beforeEach(async () => {
    job = anUnknownJob();
    await visited(use.records, job, { used: 2 }, { outcome: 'void' });
  });

  test('starts anew after a completion that counts', async () => {
    await open(eachVisit);
    use.signedBy('data.zhang', LATER);
    expect(await close({ outcome: 'approve' })).toMatchObject({
      clock_Task_TechnicalReview: { used: 0 },
    });
    expect(await clock()).toMatchObject({ used: 4 });
  });

  test('runs on after a void one', async () => {
    await open(eachVisit);
    use.signedBy('finance.wu', LATER);
    expect(await close({ outcome: 'approve' })).toMatchObject({
      clock_Task_TechnicalReview: { used: 6 },
    });
  });
});

describe('a request for more time', () => {
  beforeEach(() => {
    job = anUnknownJob();
  });
  const owner = { role: 'owner', body: '市教育局', grounds: [] };
  const extend = {
    ...{ outcome: 'extend', opinion: '机房搬迁未完成' },
    ...{ extensionDays: 20, extensionDocument: '九教函〔2031〕5号' },
  };
  const decide = async (decider: JobContext) => {
    const request = { projectId: 'JJSZ-2031-0001', limitDays: null, extensionRequest: extend };
    await openTask.run(aTask(request), decider, use.deps);
    const entered = { outcome: 'approve', grantedDays: 20 };
    return closeTask.run({ result_Task_TechnicalReview: entered }, decider, use.deps);
  };

  test('uses its days, is recorded with what was asked, and leaves the limit as it was', async () => {
    await open(owner);
    use.signedBy('school.tang', LATER);
    expect(await close(extend)).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'extend', extensionDays: 20 },
      clock_Task_TechnicalReview: { limit: 15, used: 4, grounds: [], extension: 0 },
    });
    expect(await decisions()).toMatchObject([
      { outcome: 'extend', opinion: '机房搬迁未完成', entered: { extensionDays: 20 } },
    ]);
  });

  test('starts no limit anew that is given for each visit', async () => {
    await visited(use.records, job, { used: 2 }, { outcome: 'void' });
    await open({ ...owner, eachVisit: true });
    use.signedBy('school.tang', LATER);
    expect(await close(extend)).toMatchObject({ clock_Task_TechnicalReview: { used: 6 } });
  });

  test('that is granted lasts until the visit is submitted', async () => {
    use.signedBy('data.zhang', LATER);
    await visited(use.records, job, { used: 6 }, { outcome: 'extend' });
    await decide(anUnknownJob({ processInstanceKey: 'decides' }));
    const granted = { eachVisit: true, clock_Task_TechnicalReview: { extension: 20 } };
    await open({ ...owner, ...granted });
    use.signedBy('finance.wu', LATER);
    expect(await close({ outcome: 'submit' })).toMatchObject({
      clock_Task_TechnicalReview: { used: 10, extension: 20 },
    });
    job = anUnknownJob();
    await open({ ...owner, ...granted });
    use.signedBy('school.tang', LATER);
    expect(await close({ outcome: 'submit' })).toMatchObject({
      clock_Task_TechnicalReview: { used: 0, extension: 0 },
    });
  });

  test('is not granted without days', async () => {
    use.signedBy('data.zhang', LATER);
    const request = { limitDays: null, extensionRequest: extend };
    await openTask.run(aTask(request), job, use.deps);
    // What is sent along with the completion cannot make another step of it.
    expect(await close({ outcome: 'approve' }, { extensionRequest: null })).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
    expect((await use.records.past(aScope('JJSZ-2031-0001'))).history).toMatchObject([
      { outcome: 'void' },
    ]);
  });
});

describe('run twice', () => {
  test('a completion counts once', async () => {
    await open();
    use.signedBy('data.zhang', LATER);
    const first = await close({ outcome: 'approve' });
    expect(await close({ outcome: 'approve' })).toEqual(first);
    expect(await decisions()).toHaveLength(1);
    expect(await clock()).toMatchObject({ used: 4 });
  });

  test('it counts the same days although a notice was loaded in between', async () => {
    await open();
    use.signedBy('data.zhang', LATER);
    const first = await close({ outcome: 'approve' });
    const longer = { ...calendar, countWorkingDays: () => 10 };
    const again = await closeTask.run(
      { result_Task_TechnicalReview: { outcome: 'approve' } },
      job,
      { ...use.deps, calendar: () => longer },
    );
    expect(again).toEqual(first);
  });

  test('a void one is told once', async () => {
    await open();
    use.signedBy('finance.wu', LATER);
    await close({ outcome: 'approve' });
    await close({ outcome: 'approve' });
    const told = (await use.mails()).filter(({ purpose }) => purpose === 'void-completion');
    expect(told).toHaveLength(1);
  });
});

describe('a completion that does not count', () => {
  const secret = { outcome: 'approve', opinion: '机密意见', ground: '需求确认', plan: '机密方案' };

  test.each([
    ['somebody of another body', 'finance.wu', 'not-of-body'],
    ["the applicant's own person", 'school.tang', 'conflict-of-interest'],
    ['somebody nobody knows', 'nobody.known', 'unknown-person'],
  ])(
    'by %s is void: the days stay used and nothing entered is kept',
    async (_n, signer, reason) => {
      await open();
      use.signedBy(signer, LATER);
      expect(await close(secret)).toEqual({
        result_Task_TechnicalReview: { outcome: 'void' },
        clock_Task_TechnicalReview: { limit: 15, used: 4, grounds: [], extension: 0 },
      });
      expect(await clock()).toMatchObject({ closeReason: 'void', used: 4 });
      const [record] = await decisions();
      expect(record).toMatchObject({
        signer,
        outcome: 'void',
        opinion: null,
        ground: null,
        entered: { void: reason },
      });
      expect(JSON.stringify([record, await use.mails()])).not.toContain('机密');
    },
  );

  test('is told to its signer and to the supervisor of the body', async () => {
    await open();
    use.signedBy('finance.wu', LATER);
    await close(secret);
    const mail = (await use.mails()).at(-1);
    expect(mail).toMatchObject({
      purpose: 'void-completion',
      to: ['finance.wu@x.example', 'data.head@x.example'],
      subject: '【签署无效】技术评审：智慧校园（JJSZ-2031-0001）',
    });
    expect(mail?.text).toContain('吴思远');
    expect(mail?.text).toContain('150万元');
  });

  test('by nobody at all is told to the supervisor', async () => {
    await open();
    use.signedBy('', LATER);
    await close(secret);
    const mail = (await use.mails()).at(-1);
    expect(mail?.to).toEqual(['data.head@x.example']);
    expect(mail?.text).toContain('未登记的用户');
  });

  test('because something is missing concerns its signer alone', async () => {
    await open();
    use.signedBy('data.zhang', LATER);
    expect(await close({ outcome: 'reject' })).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
    expect((await use.mails()).at(-1)).toMatchObject({
      purpose: 'void-completion',
      to: ['data.zhang@x.example'],
    });
  });
});

describe('a completion with what is too large', () => {
  const large = 'x'.repeat(1_000_001);
  const longName = '名'.repeat(34);
  const approve = { outcome: 'approve', opinion: '同意' };

  test.each<[string, object, Record<string, unknown>]>([
    ['what was entered', { ...approve, plan: large }, {}],
    ['a variable beside it', approve, { stray: large }],
    ['the name of one', approve, { [longName]: 1 }],
  ])('by %s is void; signer and supervisor are told', async (_what, entered, more) => {
    await open();
    use.signedBy('data.zhang', LATER);
    expect(await close(entered, more)).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
    expect(await decisions()).toMatchObject([
      { signer: 'data.zhang', outcome: 'void', entered: { void: 'oversized' } },
    ]);
    expect((await use.mails()).at(-1)).toMatchObject({
      purpose: 'void-completion',
      to: ['data.zhang@x.example', 'data.head@x.example'],
      text: expect.stringMatching(/提交的内容过大/),
    });
  });

  test('is void without its signer where the name keeps the search from showing it', async () => {
    await open();
    const unseen = async () => {
      throw new Error('not in the search index yet');
    };
    const deps = { ...use.deps, signatureOf: unseen };
    const run = (variables: object) => closeTask.run({ ...aTask(), ...variables }, job, deps);
    await expect(run({ result_Task_TechnicalReview: approve })).rejects.toThrow(
      'not in the search',
    );
    await expect(run({ stray: large })).rejects.toThrow('not in the search');
    expect(await run({ [longName]: 1 })).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
    expect((await use.mails()).at(-1)).toMatchObject({ to: ['data.head@x.example'] });
  });

  test('counts where the process carried it before, or another step is just handing it over', async () => {
    await open({ [longName]: 1, stray: large });
    use.signedBy('data.zhang', LATER);
    const others = { [longName]: 1, stray: large, result_Task_Other: { opinion: large } };
    expect(await close(approve, others)).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'approve' },
    });
  });
});

// What a client sends with a completion overlays the task's own variables in the end listener's job (tried on 8.6.0).
describe('variables sent along with a completion', () => {
  test.each([
    ['the body', { body: '市财政局' }],
    ['the role and the body', { role: 'owner', body: '市财政局' }],
    ['the application', { body: '项目业主单位', application: { ownerUnit: '市财政局' } }],
  ])('cannot make a stranger a signer by changing %s', async (_name, sent) => {
    await open();
    use.signedBy('finance.wu', LATER);
    expect(await close({ outcome: 'approve' }, sent)).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
  });

  test('cannot hide a conflict of interest', async () => {
    await open();
    use.signedBy('school.tang', LATER);
    const sent = {
      body: '市教育局',
      application: { ...application, applicantUnit: '', ownerUnit: '' },
    };
    expect(await close({ outcome: 'approve' }, sent)).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
  });

  test('change neither the limit nor the days used nor the record', async () => {
    await open();
    use.signedBy('data.zhang', LATER);
    const sent = {
      limitDays: 100,
      eachVisit: true,
      article: '第一条',
      projectId: 'JJSZ-2031-9999',
      grounds: ['还没看'],
      clock_Task_TechnicalReview: { limit: 100, used: 0, grounds: ['编造'] },
      terms: { eachVisit: true },
    };
    expect(await close({ outcome: 'approve' }, sent)).toMatchObject({
      clock_Task_TechnicalReview: { limit: 15, used: 4, grounds: [], extension: 0 },
    });
    expect(await decisions()).toMatchObject([
      { project_id: 'JJSZ-2031-0001', article: '第二十五条第二项' },
    ]);
  });

  test('do not show in the mail to the supervisor', async () => {
    await open();
    use.signedBy('finance.wu', LATER);
    await close({ outcome: 'approve' }, { application: { ...application, projectName: '假名' } });
    expect((await use.mails()).at(-1)?.text).toContain('智慧校园');
  });

  test('make no incident, however odd they are', async () => {
    await open();
    use.signedBy('data.zhang', LATER);
    const sent = { application: 'none', projectId: 5, body: null, role: [], limitDays: 'x' };
    expect(await close({ outcome: 'approve' }, sent)).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'approve' },
    });
  });
});

test('a visit that was never opened is an incident', async () => {
  use.signedBy('data.zhang', LATER);
  await expect(close({ outcome: 'approve' })).rejects.toMatchObject({ code: 'unknown-task' });
});

test('a body that has left the directory is an incident that names it', async () => {
  await open();
  use.signedBy('data.zhang', LATER);
  const { directory: all } = use.deps;
  const gone = (name: string) => (name === '市数据管理部门' ? undefined : all.body(name));
  const directory = { ...all, body: gone };
  const run = closeTask.run({}, job, { ...use.deps, directory });
  await expect(run).rejects.toMatchObject({
    code: 'unknown-body',
    message: expect.stringContaining('市数据管理部门'),
  });
});

describe('an outcome that the form does not offer', () => {
  /** Keeps versions of the process as a deployment does. */
  const deployed = (...versions: number[]) =>
    use.records.recordDeployments(
      versions.map((version) => ({
        ...{ kind: 'process' as const, id: job.processId, version, key: `${version}` },
        ...{ path: 'stage.bpmn', commit: 'abc', submissionId: null },
      })),
    );

  test('is void, and the signer and the supervisor are told why', async () => {
    await open();
    use.signedBy('data.liu', LATER);
    expect(await close({ outcome: 'submit' })).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
    expect(await decisions()).toMatchObject([
      { outcome: 'void', entered: { void: 'not-offered' } },
    ]);
    const told = (await use.mails()).find(({ purpose }) => purpose === 'void-completion');
    expect(told?.text).toContain('所选结论不是本环节可以选择的结论');
  });

  test('is void in the newest version', async () => {
    job = aJob({ processVersion: 3 });
    await deployed(2, 3);
    await open();
    use.signedBy('data.liu', LATER);
    expect(await close({ outcome: 'submit' })).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
  });

  test('counts in an instance of an older version, whose form may have offered it', async () => {
    job = aJob({ processVersion: 2 });
    await deployed(2, 3);
    await open();
    use.signedBy('data.liu', LATER);
    expect(await close({ outcome: 'submit' })).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'submit', outcomeWord: '已提交' },
    });
    job = aJob({ processVersion: 2 });
    await open();
    expect(await close({ outcome: 'extend', opinion: '忙', extensionDays: 2 })).toMatchObject({
      result_Task_TechnicalReview: { outcome: 'void' },
    });
  });
});
