import { expect, test } from '@jest/globals';
import { anApplication, XIUSHUI } from './support/application.ts';
import { orderOfSteps } from './support/decided.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { file } from './support/project.ts';
import { toTheEnd } from './support/reviewers.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const small = () => file(world, anApplication({ ...XIUSHUI, investment: 199.99 }));

test.concurrent("a county's project of 199.99 is decided by its county and filed by the city", async () => {
  const project = await small();
  expect(await toTheEnd(world, project)).toBe('End_CountyApproved');

  const id = await project.id();
  expect(await decisionsOf(world, id)).toMatchObject([
    {
      element_id: 'Task_CountyDecision',
      body: '修水县发改委',
      outcome: 'approve',
      entered: { approvalDocument: '县发改审〔2032〕1号' },
    },
    {
      element_id: 'Task_RecordCountyFiling',
      body: '市数字政府领导小组办公室',
      entered: { filingNumber: '九数备〔2032〕1号' },
    },
  ]);
  expect(await mailsOf(world, id, 'county-approved')).toEqual([
    expect.objectContaining({
      to: expect.arrayContaining(['jiaoyu@xiushui.example']),
      cc: expect.arrayContaining(['fagai@xiushui.example']),
    }),
  ]);
  expect(await world.records.openClocks({ projectId: id })).toEqual([]);
});

test.concurrent('the county hands it back, the applicant amends it, the county refuses it', async () => {
  const project = await small();
  await project.finish('Task_CountyDecision', {
    outcome: 'return',
    ground: '修改完善',
    opinion: '请补充资金来源',
  });
  const revision = await project.finish('Task_ReviseCountyApplication', {
    outcome: 'submit',
    revisedDocument: '修教〔2032〕2号',
  });
  expect(revision).toMatchObject({ body: '修水县教育局', role: 'owner' });
  expect(revision.answer.history).toMatchObject([
    { outcome: '退回（修改完善）', opinion: '请补充资金来源' },
  ]);
  await project.finish('Task_CountyDecision', { outcome: 'reject', opinion: '县财政无力承担' });

  expect(await project.end()).toBe('End_CountyRejected');
  const id = await project.id();
  expect(await orderOfSteps(world, project)).toEqual([
    'Task_CountyDecision',
    'Task_ReviseCountyApplication',
    'Task_CountyDecision',
  ]);
  const [notice] = await mailsOf(world, id, 'county-rejected');
  expect(notice?.to).toContain('jiaoyu@xiushui.example');
  expect(notice?.text).toContain('县财政无力承担');
  expect(await world.records.openClocks({ projectId: id })).toEqual([]);
});
