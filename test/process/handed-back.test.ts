import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { planAndBudget } from './support/way.ts';

const world = useWorld();

test('technical review and budget are handed back with a ground, answered by the owner, and approved', async () => {
  const project = await fileAt(
    world,
    'Task_StartNotice',
    anApplication({ ownerUnit: '市大数据中心' }),
    { jointReviewOpinions: [] },
  );
  const beside = planAndBudget(project);

  const review = await project.finish('Task_TechnicalReview', {
    outcome: 'return',
    ground: '需求确认',
    opinion: '请确认并发用户数',
  });
  const confirmation = await project.finish('Task_ConfirmRequirements', { outcome: 'submit' });
  expect(confirmation).toMatchObject({ body: '市大数据中心', role: 'owner', limitDays: null });
  expect(confirmation.answer.history).toContainEqual(
    expect.objectContaining({ outcome: '退回（需求确认）', opinion: '请确认并发用户数' }),
  );
  const reviewAgain = await project.finish('Task_TechnicalReview', { outcome: 'approve' });
  expect(reviewAgain).toMatchObject({ limitDays: 15, usedBefore: review.used });

  await project.finish('Task_PrepareBudget', { outcome: 'submit', budgetAmount: 149 });
  const budget = await project.finish('Task_ApproveBudget', {
    outcome: 'return',
    ground: '补充资料',
    opinion: '请补充报价单',
  });
  const answer = await project.finish('Task_AnswerBudgetReview', { outcome: 'submit' });
  expect(answer).toMatchObject({ body: '市大数据中心', role: 'owner', limitDays: 5 });
  const budgetAgain = await project.finish('Task_ApproveBudget', {
    outcome: 'approve',
    controlPrice: 145,
  });
  expect(budgetAgain).toMatchObject({ limitDays: 20, usedBefore: budget.used });

  await project.finish('Task_RecordFiling', {
    outcome: 'submit',
    filingNumber: '赣数备〔2032〕7号',
  });
  await beside;
  expect(await project.end()).toBe('End_Approved');
});
