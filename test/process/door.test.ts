import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { headersOf, openSession } from '../../engine/login.ts';
import { camundaPassword, ownSecret } from '../../gateway/camunda/secrets.ts';
import { SIGNATURE } from '../../law/signature.ts';
import { ALLOWED } from './support/allowed.ts';
import { anApplication } from './support/application.ts';
import { enter, type Visitor } from './support/door.ts';
import { decisionsOf } from './support/mail.ts';
import { file, follow, type Project } from './support/project.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';
import { TEST_DATA_FOLDER } from './support/world.ts';

const world = useWorld();

const STEP = 'Task_PreliminaryReview';
const APPROVE = { outcome: 'approve', opinion: '同意' };
const NOT_FOUND = 404;

/** Of the applicant, of the reviewing office, of another body, of the office that looks after everything. */
let applicant: Visitor;
let reviewer: Visitor;
let stranger: Visitor;
let reader: Visitor;

beforeAll(async () => {
  [applicant, reviewer, stranger, reader] = (await Promise.all(
    ['jiaoyu.tang', 'bangong.he', 'guozi.luo', 'shuju.liu'].map((person) => enter(world, person)),
  )) as [Visitor, Visitor, Visitor, Visitor];
});

async function opened(): Promise<{ project: Project; taskId: string; assignee: string }> {
  const project = await file(world, anApplication());
  const { task, assignee } = await project.shown(STEP);
  return { project, taskId: task.key, assignee };
}

const instanceSchema = z.object({ id: z.coerce.string() });

/** Files through the door, as the start form does. */
async function started(entered: Record<string, unknown>): Promise<Project> {
  const { status, body } = await applicant.start('project-application', entered);
  expect([status, body]).toEqual([200, expect.anything()]);
  return follow(world, instanceSchema.parse(body).id);
}

describe('a person of the body', () => {
  test.concurrent('sees the task, completes it with the form’s own keys, and is its signer', async () => {
    const { project, taskId, assignee } = await opened();
    const own = await enter(world, assignee);
    const { processInstanceKey } = project;
    expect(await own.task(processInstanceKey, STEP)).toMatchObject({ id: taskId, assignee });
    const more = {
      limitDays: 999,
      position: '负责人',
      clock_Task_PreliminaryReview: {},
      history: [],
    };
    const forged = { signer: 'shuju.xu', [SIGNATURE]: 'x', result_Task_PreliminaryReview: {} };
    const answer = await own.complete(taskId, { ...APPROVE, ...more, ...forged });
    expect(answer.status).toBe(200);
    const id = await project.id();
    await until('the decision', async () => (await decisionsOf(world, id))[0]);
    expect(await decisionsOf(world, id)).toMatchObject([
      { outcome: 'approve', signer: assignee, opinion: '同意' },
    ]);
    // By then everything before it is exported.
    await project.shown('Task_PrepareSolutions');
    const values = (await project.allVariables()).map(({ value }) => value);
    for (const sent of [999, 'shuju.xu', 'x']) expect(values).not.toContain(sent);
  });

  test.concurrent('takes over from nobody: who wants the task has to be given it back', async () => {
    const { project, taskId, assignee } = await opened();
    const other = assignee === 'bangong.he' ? 'bangong.song' : 'bangong.he';
    const own = await enter(world, assignee);
    const colleague = await enter(world, other);
    await colleague.task(project.processInstanceKey, STEP);
    expect((await colleague.claim(taskId)).status).toBe(400);
    expect(await colleague.complete(taskId, APPROVE)).toMatchObject({
      status: 403,
      body: { code: 'not-yours', message: expect.stringContaining('认领') },
    });
    expect((await own.call('PATCH', `/v1/tasks/${taskId}/unassign`, {})).status).toBe(200);
    await until('the colleague to have it', async () =>
      (await colleague.claim(taskId)).status === 200 ? true : undefined,
    );
    expect((await colleague.complete(taskId, APPROVE)).status).toBe(200);
    const id = await project.id();
    await until('the decision', async () => (await decisionsOf(world, id))[0]);
    expect(await decisionsOf(world, id)).toMatchObject([{ outcome: 'approve', signer: other }]);
  });
});

describe('somebody of another body', () => {
  test.concurrent('neither sees the task nor its form’s data, nor can take, give back or complete it', async () => {
    const { project, taskId } = await opened();
    await reviewer.task(project.processInstanceKey, STEP);
    for (const visitor of [stranger, applicant, reader]) {
      expect(await visitor.tasks(project.processInstanceKey)).toEqual([]);
      const calls: [string, string, unknown?][] = [
        ['GET', `/v1/tasks/${taskId}`],
        ['POST', `/v1/tasks/${taskId}/variables/search`, {}],
        ['PATCH', `/v1/tasks/${taskId}/assign`, {}],
        ['PATCH', `/v1/tasks/${taskId}/unassign`, {}],
        ['PATCH', `/v1/tasks/${taskId}/complete`, { variables: [] }],
      ];
      for (const [method, path, body] of calls) {
        const answer = await visitor.call(method, path, body);
        expect([path, answer]).toMatchObject([path, { status: 404, body: { code: 'not-there' } }]);
      }
    }
    expect(await project.open(STEP)).toMatchObject({ closedOn: null });
    expect(await decisionsOf(world, await project.id())).toEqual([]);
  });

  test.concurrent('cannot assign, complete, start or correlate through the engine’s own interface', async () => {
    const { taskId } = await opened();
    const calls: [string, string][] = [
      ['POST', `/v2/user-tasks/${taskId}/assignment`],
      ['POST', `/v2/user-tasks/${taskId}/completion`],
      ['POST', '/v2/user-tasks/search'],
      ['POST', '/v2/process-instances'],
      ['POST', '/v2/messages/publication'],
      ['POST', '/v2/messages/correlation'],
      ['POST', '/v2/jobs/activation'],
      ['POST', '/v2/deployments'],
      ['PUT', '/v2/authentication/me'],
      ['GET', '/actuator/clock'],
      ['GET', '/actuator'],
      ['GET', '/v3/api-docs'],
      ['GET', '/swagger-ui/index.html'],
      ['POST', '/api/login'],
      ['POST', '/graphql'],
      ['GET', '/v1/external/process/x/form'],
    ];
    for (const visitor of [stranger, applicant]) {
      for (const [method, path] of calls) {
        const { status } = await visitor.call(method, path, method === 'GET' ? undefined : {});
        expect([method, path, status]).toEqual([method, path, NOT_FOUND]);
      }
    }
  });
});

describe('a start', () => {
  test.concurrent('by an applicant sends on what the form has, and nothing else is believed', async () => {
    const application = anApplication();
    const project = await started({
      application,
      reviewBodies: [],
      jointReviewOpinions: [{ body: '市发改委', outcome: 'support' }],
      limitDays: 999,
      position: '负责人',
      projectId: 'JJSZ-2031-0001',
      overLimit: false,
      clock_Task_PreliminaryReview: { limit: 1, used: 0, grounds: [], extension: 60 },
      result_Task_PreliminaryReview: { outcome: 'approve' },
      history: [{ step: '初步审核' }],
      signer: 'bangong.he',
    });
    const clock = await project.open(STEP);
    expect(clock).toMatchObject({ body: '市数字政府领导小组办公室', extendedBy: 0, usedBefore: 0 });
    const id = await project.id();
    const variables = await until('what the first step sets', async () => {
      const all = await project.variables();
      return all.projectId === id ? all : undefined;
    });
    expect(variables).toMatchObject({ application: { projectName: application.projectName } });
    expect(JSON.stringify(variables)).not.toContain('999');
    expect(variables.reviewBodies ?? null).not.toEqual([]);
  });

  test.concurrent('for another unit is refused in Chinese', async () => {
    const application = anApplication({ applicantUnit: '市卫生健康委' });
    expect(await applicant.start('project-application', { application })).toMatchObject({
      status: 403,
      body: { code: 'not-your-unit', message: expect.stringContaining('市教育局') },
    });
  });

  test.concurrent.each(['approval-small', 'stage-budget', 'provincial-review', 'nobody-knows'])(
    'of %s is nobody’s',
    async (processId) => {
      for (const visitor of [applicant, reviewer]) {
        const answer = await visitor.start(processId, { projectId: 'JJSZ-2031-0001' });
        expect(answer).toMatchObject({ status: 404, body: { code: 'not-there' } });
      }
    },
  );

  test.concurrent('by who applies for nothing is not offered', async () => {
    const consultant = await enter(world, 'zixun.su');
    expect((await consultant.call('GET', '/v1/internal/processes')).body).toEqual([]);
    const application = anApplication({ applicantUnit: '咨询机构' });
    expect((await consultant.start('project-application', { application })).status).toBe(404);
    const offered = await applicant.call('GET', '/v1/internal/processes');
    const ids = z.array(z.object({ bpmnProcessId: z.string() })).parse(offered.body);
    expect(ids.map(({ bpmnProcessId }) => bpmnProcessId).sort()).toEqual([
      'application-withdrawal',
      'project-application',
    ]);
  });

  test.concurrent('of a withdrawal of somebody else’s project is refused', async () => {
    const { project } = await opened();
    const other = await enter(world, 'weijian.shen');
    const answer = await other.start('application-withdrawal', {
      projectId: await project.id(),
      reason: '资金未落实',
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-your-project' } });
  });
});

describe('what is too large', () => {
  const application = anApplication();
  test.concurrent.each<[string, Record<string, unknown>, number]>([
    ['600 kB', { application: { ...application, necessity: '字'.repeat(200_000) } }, 413],
    [
      '20,000 rows',
      { application: { ...application, quotes: Array(20_000).fill({ vendor: '甲', price: 1 }) } },
      413,
    ],
    [
      'a field named by 500 letters',
      { application: { ...application, ['x'.repeat(500)]: 1 } },
      400,
    ],
  ])('%s: is refused before the engine hears of it', async (_, entered, status) => {
    expect(await applicant.start('project-application', entered)).toMatchObject({
      status,
      body: { message: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  test.concurrent('a variable named by 500 letters never comes to the engine, and new tasks show', async () => {
    const project = await started({ application, ['x'.repeat(500)]: 1 });
    await project.shown(STEP);
    await reviewer.task(project.processInstanceKey, STEP);
    expect(Object.keys(await project.variables())).not.toContain('x'.repeat(500));
  });
});

describe('a page of another site', () => {
  test.concurrent('changes nothing with somebody’s cookie', async () => {
    const { taskId, assignee } = await opened();
    const own = await enter(world, assignee);
    const path = `/v1/tasks/${taskId}/complete`;
    const withoutToken = await own.call('PATCH', path, { variables: [] }, { 'x-csrf-token': '' });
    expect(withoutToken).toMatchObject({ status: 403, body: { code: 'bad-csrf-token' } });
    const crossSite = { 'sec-fetch-site': 'cross-site' };
    expect(await own.call('PATCH', path, { variables: [] }, crossSite)).toMatchObject({
      status: 403,
      body: { code: 'cross-site' },
    });
  });
});

test.concurrent('nobody who has not signed in gets past the door', async () => {
  const paths = ['/v1/internal/users/current', '/api/authentications/user', '/modeler/api/models'];
  for (const path of paths) {
    expect([path, (await fetch(`${world.gateway}${path}`)).status]).toEqual([path, 401]);
  }
  for (const page of ['/tasklist', '/operate', '/modeler/', '/tasklist/123']) {
    const response = await fetch(`${world.gateway}${page}`, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
    });
    expect([page, response.status, response.headers.get('location')]).toEqual([
      page,
      302,
      `/sign-in?to=${encodeURIComponent(page)}`,
    ]);
  }
});

test.concurrent('the licence badge is there for anybody', async () => {
  const response = await fetch(`${world.gateway}/v2/license`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ validLicense: expect.anything() });
});

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const descriptionSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

test.concurrent('of all that both applications say they can do, nothing more is open than the list', async () => {
  const description = descriptionSchema.parse(await described());
  // Their pages are no calls: who may see them is asked before any of them is fetched.
  const paths = Object.keys(description.paths).filter(
    (path) => !/^\/(tasklist|operate)\//.test(path),
  );
  expect(paths.length).toBeGreaterThan(60);
  const open: string[] = [];
  for (const path of paths) {
    for (const method of METHODS) {
      const call = `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '{}')}`;
      if (ALLOWED.has(call)) continue;
      const { status } = await reviewer.call(
        method.toUpperCase(),
        path.replaceAll(/\{\w+\}/g, '1'),
        method === 'get' ? undefined : {},
      );
      if (status !== NOT_FOUND) open.push(`${call} ${status}`);
    }
  }
  expect(open).toEqual([]);
});

/** Camunda's own description of what its web applications answer, asked past the door with the door's own account. */
async function described(): Promise<unknown> {
  const secret = ownSecret(`${TEST_DATA_FOLDER}/camunda-secret`);
  const session = await openSession(world.web, 'bangong.he', camundaPassword(secret, 'bangong.he'));
  if (session === undefined) throw new Error('the door has no account');
  return (await fetch(`${world.web}/v3/api-docs`, { headers: headersOf(session) })).json();
}
