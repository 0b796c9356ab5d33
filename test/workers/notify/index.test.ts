import { describe, expect, test } from '@jest/globals';
import { notify } from '../../../workers/notify/index.ts';
import { openTask } from '../../../workers/open-task/index.ts';
import { aClosing, aDecision, aScope } from '../../support/records.ts';
import { aJob, anUnknownJob, application, aTask } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();
const send = (
  some: Record<string, unknown> = {},
  job = aJob({ processId: 'project-application' }),
) =>
  notify.run(
    {
      projectId: 'JJSZ-2031-0001',
      application,
      template: 'start-notice',
      to: ['项目业主单位'],
      cc: ['市数据管理部门', '市财政局'],
      ...some,
    },
    job,
    use.deps,
  );

test('a notice goes to the bodies named, with its copies', async () => {
  expect(await send()).toEqual({});
  expect(await use.mails()).toMatchObject([
    {
      project_id: 'JJSZ-2031-0001',
      purpose: 'start-notice',
      to: ['school@x.example'],
      cc: ['data@x.example', 'finance@x.example'],
      subject: '项目启动通知：智慧校园（JJSZ-2031-0001）',
    },
  ]);
});

test('a job that runs twice sends one, another job sends another', async () => {
  const job = aJob();
  await send({}, job);
  await send({}, job);
  expect(await use.mails()).toHaveLength(1);
  await send();
  expect(await use.mails()).toHaveLength(2);
});

describe('addresses', () => {
  const contact = { name: '张老师', email: 'teacher@school.example' };

  test("the applicant's own contact is written to beside the unit", async () => {
    await send({ to: ['项目应用单位'], application: { ...application, contact } });
    expect((await use.mails())[0]?.to).toEqual(['school@x.example', 'teacher@school.example']);
  });

  test('the contact also reaches an applicant nobody knows', async () => {
    const unknown = { ...application, applicantUnit: '市教育句', contact };
    await send({ to: ['项目应用单位'], application: unknown });
    expect((await use.mails())[0]?.to).toEqual(['teacher@school.example']);
  });

  test('the contact is not told what only concerns others', async () => {
    await send({ application: { ...application, contact } });
    expect((await use.mails())[0]?.to).toEqual(['school@x.example']);
  });

  test('a contact address that is none is left out', async () => {
    const faulty = { ...application, contact: { email: 'not an address' } };
    await send({ to: ['项目应用单位'], application: faulty });
    expect((await use.mails())[0]?.to).toEqual(['school@x.example']);
  });

  test('nobody is written to twice', async () => {
    await send({ to: ['项目业主单位', '项目应用单位'], cc: ['市教育局', '市财政局', '市财政局'] });
    expect(await use.mails()).toMatchObject([
      { to: ['school@x.example'], cc: ['finance@x.example'] },
    ]);
  });

  test('a county counterpart is the one of the county', async () => {
    const county = { ...application, level: 'county', county: '修水县' };
    await send({ to: ['县发改委'], application: county });
    expect((await use.mails())[0]?.to).toEqual(['plan@xiushui.example']);
  });

  test('with none it is an incident that names the bodies, and no mail', async () => {
    const unknown = { ...application, ownerUnit: '市教育句' };
    await expect(send({ application: unknown })).rejects.toMatchObject({
      code: 'no-address',
      message: expect.stringContaining('项目业主单位'),
    });
    expect(await use.mails()).toEqual([]);
  });
});

test('a template nobody wrote is an incident that names it', async () => {
  await expect(send({ template: 'no-such-notice' })).rejects.toMatchObject({
    code: 'unknown-notice',
    message: expect.stringContaining('no-such-notice'),
  });
});

describe('what the records know better than the variables', () => {
  const text = async () => (await use.mails()).at(-1)?.text;

  test("the owner's delay is the one that was referred", async () => {
    const withheld = { template: 'funds-withheld', ownerDelay: 3, result_Task_DelayDecision: {} };
    await send(withheld);
    expect(await text()).toContain('累计延后3个工作日');
    await use.records.refer(aScope('JJSZ-2031-0001'), 1, 'j1', 31);
    await send({ ...withheld, ownerDelay: undefined });
    expect(await text()).toContain('累计延后31个工作日');
  });

  test('a refused extension is no rejection of the project', async () => {
    const decides = { extensionRequest: { extensionDays: 20 }, limitDays: null };
    const job = anUnknownJob();
    await openTask.run(aTask(decides), job, use.deps);
    const { elementInstanceKey } = job;
    const refused = { elementInstanceKey, outcome: 'reject', opinion: '延期理由不足' };
    await use.records.closeClock(
      aDecision({ ...refused, projectId: 'JJSZ-2031-0001' }),
      aClosing(),
    );
    await use.records.closeClock(
      aDecision({ projectId: 'JJSZ-2031-0001', outcome: 'reject', opinion: '方案不可行' }),
      aClosing(),
    );
    await send({ template: 'approval-rejected' });
    expect(await text()).toContain('方案不可行');
    expect(await text()).not.toContain('延期理由不足');
  });
});

test('a classified project, of which only the unit is kept, can be reported', async () => {
  const kept = { classified: true, applicantUnit: '市教育局', level: 'city' };
  await send({ template: 'classified-refused', to: ['市财政局'], cc: [], application: kept });
  expect((await use.mails())[0]?.text).toContain('市教育局');
});
