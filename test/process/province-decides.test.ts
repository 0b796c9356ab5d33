import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { orderOfSteps } from './support/decided.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const overLimit = () =>
  fileAt(world, 'Task_OverLimit', anApplication({ investment: 500, ownerUnit: '市大数据中心' }), {
    jointReviewOpinions: [{ body: '市财政局', outcome: 'support' }],
  });

test.concurrent('what the province refuses ends, with its document, before anything is approved', async () => {
  const project = await overLimit();
  await project.finish('Task_RecordProvincialReview', {
    ...{ outcome: 'reject', opinion: '与省级平台重复' },
    ...{ documentNumber: '赣数审〔2032〕9号', documentDate: '2031-09-20' },
  });

  expect(await project.end()).toBe('End_ProvincialRejected');
  const id = await project.id();
  expect(await orderOfSteps(world, project)).toEqual(['Task_RecordProvincialReview']);
  const [notice, ...others] = await mailsOf(world, id, 'provincial-rejected');
  expect(others).toEqual([]);
  expect(notice).toMatchObject({
    to: expect.arrayContaining(['jiaoyu@jiujiang.example', 'dashuju@jiujiang.example']),
    cc: ['caizheng@jiujiang.example'],
    text: expect.stringContaining('与省级平台重复'),
  });
  expect(await mailsOf(world, id, 'start-notice')).toEqual([]);
  expect(await world.records.openClocks({ projectId: id })).toEqual([]);
});

test.concurrent('what the province wants amended is amended by the applicant and recorded again', async () => {
  const project = await overLimit();
  await project.finish('Task_RecordProvincialReview', {
    ...{ outcome: 'return', ground: '补充完善材料', opinion: '请补充数据共享方案' },
  });
  const revision = await project.finish('Task_ReviseForProvince', {
    ...{ outcome: 'submit', revisedDocument: '九教〔2032〕6号' },
  });
  expect(revision).toMatchObject({ body: '市教育局', role: 'owner', limitDays: null });
  await project.finish('Task_RecordProvincialReview', {
    ...{ outcome: 'approve', documentNumber: '赣数审〔2032〕10号', documentDate: '2031-09-21' },
  });

  await project.shown('Task_PrepareFeasibility');
  expect(await project.variables()).toMatchObject({
    overLimit: true,
    route: 'approval-merged',
    result_Task_RecordProvincialReview: { documentNumber: '赣数审〔2032〕10号' },
  });
});
