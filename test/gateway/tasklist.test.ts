import { describe, expect, test } from '@jest/globals';
import { type TasklistWorld, tasklistRules } from '../../gateway/tasklist/rules.ts';
import { createDirectory } from '../../law/directory/index.ts';
import type { StoredClock } from '../../records/index.ts';
import { organization, person, standIn } from '../law/directory/organization.ts';
import { aClock } from '../support/records.ts';
import { aCamunda, asker } from './asked.ts';

const li = person('fa.li', '市发改委');
const wu = person('cz.wu', '市财政局');
const tang = person('jy.tang', '市教育局');
const away = person('fa.away', '市发改委');
const PEOPLE = [li, away, wu, tang];

const TASK = {
  id: '4503599627370501',
  taskDefinitionId: 'Task_ApproveProposal',
  processInstanceKey: '4503599627370400',
  processDefinitionKey: '4503599627370001',
  taskState: 'CREATED',
  assignee: li.id,
  formId: 'approve-proposal',
  formVersion: 3,
  candidateGroups: ['市发改委'],
};
const FORM = {
  id: 'approve-proposal',
  components: [
    { id: 'a', type: 'radio', key: 'outcome' },
    { id: 'b', type: 'textarea', key: 'opinion' },
    {
      id: 'c',
      type: 'group',
      path: 'application',
      components: [{ id: 'd', type: 'textfield', key: 'site' }],
    },
  ],
};
const CLOCK: StoredClock = {
  ...aClock({
    processInstanceKey: TASK.processInstanceKey,
    elementId: TASK.taskDefinitionId,
    body: '市发改委',
    facts: { applicantUnit: '市教育局', ownerUnit: '市教育局', level: 'city' },
  }),
  closeReason: null,
};

const NO_RECORDS: TasklistWorld['records'] = {
  openClocks: async () => [],
  project: async () => undefined,
  sign: async () => NONCE,
};
const NONCE = '6f9619ff-8b86-4011-b42d-00c04fc964ff';
const NOW = new Date('2026-04-10T02:00:00Z');

function world(
  some: Partial<TasklistWorld> = {},
  task: object = {},
  refused: Record<string, number> = {},
) {
  const signed: object[] = [];
  const camunda = aCamunda(
    {
      [`/v1/tasks/${TASK.id}`]: { ...TASK, ...task },
      '/v1/forms/approve-proposal': { schema: JSON.stringify(FORM) },
      '/v1/internal/processes': [
        { bpmnProcessId: 'project-application' },
        { bpmnProcessId: 'approval-small' },
      ],
    },
    refused,
  );
  const rules = tasklistRules({
    directory: () => createDirectory(organization(PEOPLE, [standIn(away.id, wu.id)])),
    now: async () => NOW,
    exactly: async () => NOW,
    records: {
      openClocks: async () => [CLOCK],
      sign: async (signing, entered) => {
        signed.push({ ...signing, entered });
        return NONCE;
      },
      project: async (id) =>
        id === 'JJSZ-2026-0001'
          ? {
              projectId: id,
              projectName: '甲',
              applicantUnit: '市教育局',
              investment: '1',
              open: true,
              facts: null,
            }
          : undefined,
    },
    startable: async () => [
      { processId: 'project-application', startedBy: 'applicants', variables: ['application'] },
      {
        processId: 'application-withdrawal',
        startedBy: 'applicants',
        variables: ['projectId', 'reason'],
      },
    ],
    ...some,
  });
  return { ...camunda, signed, as: asker(rules, camunda.ask) };
}
const params = { taskId: TASK.id };
const complete = (variables: Record<string, unknown>) => ({
  params,
  body: {
    variables: Object.entries(variables).map(([name, value]) => ({
      name,
      value: JSON.stringify(value),
    })),
  },
});

describe('the list of tasks', () => {
  test('holds what belongs to one’s body, whatever the page asks for; pages stay', async () => {
    const { as, asked } = world();
    await as(li, 'POST /v1/tasks/search', {
      body: {
        state: 'CREATED',
        candidateGroup: '市财政局',
        candidateGroups: ['市财政局'],
        candidateUsers: ['cz.wu'],
        pageSize: 50,
        searchAfter: ['1', '2'],
      },
    });
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/v1/tasks/search',
        body: {
          state: 'CREATED',
          pageSize: 50,
          searchAfter: ['1', '2'],
          candidateGroups: ['市发改委'],
        },
      },
    ]);
  });

  test('holds what one stands in for, on its days and not after', async () => {
    const march = world({ now: async () => new Date('2026-03-10T02:00:00Z') });
    await march.as(wu, 'POST /v1/tasks/search', { body: {} });
    expect(march.asked[0]?.body).toEqual({ candidateGroups: ['市财政局', '市发改委'] });
    const april = world();
    await april.as(wu, 'POST /v1/tasks/search', { body: {} });
    expect(april.asked[0]?.body).toEqual({ candidateGroups: ['市财政局'] });
  });
});

describe('one task', () => {
  test.each([
    ['GET /v1/tasks/{taskId}', {}],
    ['POST /v1/tasks/{taskId}/variables/search', { body: {} }],
    ['PATCH /v1/tasks/{taskId}/assign', { body: {} }],
    ['PATCH /v1/tasks/{taskId}/unassign', { body: {} }],
    ['PATCH /v1/tasks/{taskId}/complete', complete({ outcome: 'approve' })],
  ])(
    '%s: of another body it does not exist, and Camunda hears of no more than the look',
    async (call, given) => {
      const { as, asked } = world();
      await expect(as(wu, call, { params, ...given })).rejects.toMatchObject({
        code: 'not-there',
        status: 404,
      });
      expect(asked).toEqual([{ method: 'GET', path: `/v1/tasks/${TASK.id}` }]);
    },
  );

  test.each(['', 'x', '../users', '1/complete', '9'.repeat(40)])(
    '%j is no task',
    async (taskId) => {
      const { as, asked } = world();
      await expect(as(li, 'GET /v1/tasks/{taskId}', { params: { taskId } })).rejects.toMatchObject({
        code: 'not-there',
      });
      expect(asked).toEqual([]);
    },
  );

  test('is claimed for oneself only, never out of another’s hands', async () => {
    const { as, asked } = world();
    await as(li, 'PATCH /v1/tasks/{taskId}/assign', {
      params,
      body: { assignee: 'cz.wu', allowOverrideAssignment: true },
    });
    expect(asked.at(-1)).toEqual({
      method: 'PATCH',
      path: `/v1/tasks/${TASK.id}/assign`,
      body: { allowOverrideAssignment: false },
    });
  });
});

describe('a completion', () => {
  const CALL = 'PATCH /v1/tasks/{taskId}/complete';

  test('takes the form’s own keys and nothing else, signed before Camunda hears of it', async () => {
    const { as, asked, signed } = world();
    await as(
      li,
      CALL,
      complete({ outcome: 'approve', application: { site: '甲' }, limitDays: 99, clock_X: {} }),
    );
    expect(asked.at(-1)?.body).toEqual({
      variables: [
        { name: 'outcome', value: '"approve"' },
        { name: 'application', value: '{"site":"甲"}' },
        { name: 'signature', value: JSON.stringify(NONCE) },
      ],
    });
    expect(signed).toEqual([
      {
        elementInstanceKey: CLOCK.elementInstanceKey,
        taskKey: TASK.id,
        person: li.id,
        signedAt: NOW,
        entered: { outcome: 'approve', application: { site: '甲' } },
      },
    ]);
  });

  test('of a value that stands twice sends on what was signed', async () => {
    const { as, asked, signed } = world();
    const body = { variables: [{ name: 'application', value: '{"site":"甲","site":"乙"}' }] };
    await as(li, CALL, { params, body });
    expect(asked.at(-1)?.body).toMatchObject({
      variables: [{ name: 'application', value: '{"site":"乙"}' }, {}],
    });
    expect(signed).toMatchObject([{ entered: { application: { site: '乙' } } }]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['600 kB', { opinion: '字'.repeat(200_000) }, 'too-large'],
    ['20,000 rows', { application: { site: Array(20_000).fill(1) } }, 'too-large'],
    ['half a character', { opinion: '\ud842' }, 'bad-request'],
    ['a name of 500 letters', { application: { ['x'.repeat(500)]: 1 } }, 'bad-request'],
    [
      'twenty levels',
      { application: Array.from({ length: 20 }).reduce<unknown>((inner) => ({ inner }), 1) },
      'bad-request',
    ],
  ])('of %s is refused before the engine hears of it', async (_, entered, code) => {
    const { as, asked } = world();
    await expect(as(li, CALL, complete(entered))).rejects.toMatchObject({ code });
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('of what is no JSON is refused', async () => {
    const { as } = world();
    const body = { variables: [{ name: 'outcome', value: '{' }] };
    await expect(as(li, CALL, { params, body })).rejects.toMatchObject({ code: 'bad-request' });
  });

  test.each([
    ['somebody else has taken', { assignee: 'fa.other' }, 'not-yours'],
    ['nobody has taken', { assignee: null }, 'not-yours'],
    ['is done', { taskState: 'COMPLETED' }, 'not-open'],
  ])('of a task that %s is refused in Chinese', async (_, task, code) => {
    const { as } = world({}, task, { [`/v1/tasks/${TASK.id}/complete`]: 400 });
    await expect(as(li, CALL, complete({ outcome: 'approve' }))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  test('of one’s own unit’s project is refused, whatever the task says', async () => {
    const facts = { applicantUnit: '市发改委', ownerUnit: '市教育局', level: 'city' as const };
    const { as, signed } = world({
      records: { ...NO_RECORDS, openClocks: async () => [{ ...CLOCK, facts }] },
    });
    await expect(as(li, CALL, complete({ outcome: 'approve' }))).rejects.toMatchObject({
      code: 'may-not-sign',
      message: expect.stringContaining('回避'),
    });
    expect(signed).toEqual([]);
  });

  test('of a task without an opened clock is refused', async () => {
    const { as } = world({ records: NO_RECORDS });
    await expect(as(li, CALL, complete({ outcome: 'approve' }))).rejects.toMatchObject({
      code: 'not-open',
    });
  });
});

describe('a start', () => {
  const CALL = 'PATCH /v1/internal/processes/{bpmnProcessId}/start';
  const start = (bpmnProcessId: string, variables: Record<string, unknown>) => ({
    params: { bpmnProcessId },
    body: complete(variables).body,
  });

  test('is offered where the model marks it, to those it marks it for', async () => {
    const { as } = world();
    const list = async (who: typeof li) =>
      JSON.parse((await as(who, 'GET /v1/internal/processes')).text);
    expect(await list(tang)).toEqual([{ bpmnProcessId: 'project-application' }]);
    const office = world({
      startable: async () => [
        { processId: 'approval-small', startedBy: '市财政局', variables: [] },
      ],
    });
    expect(JSON.parse((await office.as(wu, 'GET /v1/internal/processes')).text)).toEqual([
      { bpmnProcessId: 'approval-small' },
    ]);
    expect(JSON.parse((await office.as(li, 'GET /v1/internal/processes')).text)).toEqual([]);
  });

  test('sends on only what its form has', async () => {
    const { as, asked } = world();
    const application = { applicantUnit: '市教育局' };
    await as(
      tang,
      CALL,
      start('project-application', { application, reviewBodies: [], projectId: 'x' }),
    );
    expect(asked).toEqual([
      {
        method: 'PATCH',
        path: '/v1/internal/processes/project-application/start',
        body: { variables: [{ name: 'application', value: JSON.stringify(application) }] },
      },
    ]);
  });

  test.each<[string, string, Record<string, unknown>, string]>([
    ['a stage', 'approval-small', {}, 'not-there'],
    ['another path', '../users', {}, 'not-there'],
    [
      'another unit',
      'project-application',
      { application: { applicantUnit: '市财政局' } },
      'not-your-unit',
    ],
    ['no unit', 'project-application', { application: {} }, 'not-your-unit'],
    [
      'a wrong number',
      'application-withdrawal',
      { projectId: 'JJSZ-2026-0002' },
      'not-your-project',
    ],
  ])('of %s is refused', async (_, processId, variables, code) => {
    const { as, asked } = world();
    await expect(as(tang, CALL, start(processId, variables))).rejects.toMatchObject({ code });
    expect(asked).toEqual([]);
  });

  test('of a withdrawal takes one’s own project’s number as people type it', async () => {
    const { as, asked } = world();
    await as(tang, CALL, start('application-withdrawal', { projectId: 'jjsz－2026-0001 ' }));
    expect(asked).toHaveLength(1);
    const stranger = world();
    await expect(
      stranger.as(li, CALL, start('application-withdrawal', { projectId: 'JJSZ-2026-0001' })),
    ).rejects.toMatchObject({ code: 'not-your-project' });
  });
});
