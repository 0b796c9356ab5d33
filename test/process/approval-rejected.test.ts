import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { orderOfSteps } from './support/decided.ts';
import { goodAnswer } from './support/good-case.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { ENTERPRISE_FULL, ENTERPRISE_SMALL, FULL, MERGED } from './support/way.ts';

const world = useWorld();

const started = (route = {}) =>
  fileAt(
    world,
    'Task_StartNotice',
    anApplication({ applicantUnit: '市教育局', ownerUnit: '市大数据中心' }),
    { jointReviewOpinions: [], ...route },
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

const REFUSE = { outcome: 'reject', opinion: '架构存在重大缺陷' };

// Each stage of each route, refused: the steps before it, and the one that refuses.
test.concurrent.each([
  [
    'the technical review of a merged one',
    MERGED,
    ['Task_PrepareFeasibility'],
    'Task_TechnicalReview',
  ],
  [
    'the report of a merged one',
    MERGED,
    ['Task_PrepareFeasibility', 'Task_TechnicalReview'],
    'Task_ApproveFeasibility',
  ],
  ['the proposal of a full one', FULL, ['Task_PrepareProposal'], 'Task_ApproveProposal'],
  [
    "the design of an enterprise's",
    ENTERPRISE_FULL,
    [
      ...['Task_PrepareFeasibility', 'Task_TechnicalReview', 'Task_ApproveFeasibility'],
      ...['Task_SelectDesigner', 'Task_PrepareDesign'],
    ],
    'Task_ApproveDesign',
  ],
  [
    "the technical review of an enterprise's small one",
    ENTERPRISE_SMALL,
    [],
    'Task_TechnicalReview',
  ],
])('%s that is refused ends the whole project', async (_, route, before, refusing) => {
  const project = await started(route);
  for (const step of before) await project.finish(step, goodAnswer(step));
  await project.finish(refusing, REFUSE);

  await expectRejected(project, REFUSE.opinion);
  expect(await orderOfSteps(world, project)).toEqual([...before, refusing]);
});
