import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const started = () =>
  fileAt(
    world,
    'Task_StartNotice',
    anApplication({ applicantUnit: '市教育局', ownerUnit: '市大数据中心' }),
    { jointReviewOpinions: [] },
  );

async function expectRejected(project: Project, opinion: string) {
  expect(await project.end()).toBe('End_ApprovalRejected');
  const id = await project.id();
  const [notice, ...others] = await mailsOf(world, id, 'approval-rejected');
  expect(others).toEqual([]);
  expect(notice?.to).toEqual(
    expect.arrayContaining(['dashuju@jiujiang.example', 'jiaoyu@jiujiang.example']),
  );
  expect(notice?.text).toContain(opinion);
  // The annual plan and the allocation beside it are over too.
  expect(await world.records.openClocks({ projectId: id })).toEqual([]);
}

test.concurrent('a technical review that rejects ends the whole project', async () => {
  const project = await started();
  await project.shown('Task_AllocateBudget');
  await project.finish('Task_TechnicalReview', { outcome: 'reject', opinion: '架构存在重大缺陷' });

  await expectRejected(project, '架构存在重大缺陷');
});

test.concurrent('a budget that is rejected ends the whole project', async () => {
  const project = await started();
  await project.finish('Task_TechnicalReview', { outcome: 'approve', opinion: '方案可行' });
  await project.finish('Task_PrepareBudget', { outcome: 'submit', budgetAmount: 180 });
  await project.finish('Task_ApproveBudget', { outcome: 'reject', opinion: '预算明显偏高' });

  await expectRejected(project, '预算明显偏高');
});
