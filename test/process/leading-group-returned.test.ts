import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('the leading group returns the opinion, it is consolidated anew and approved', async () => {
  const project = await fileAt(world, 'Task_LeadingGroupDecision', anApplication(), {
    jointReviewOpinions: [],
  });
  await project.finish('Task_LeadingGroupDecision', {
    outcome: 'return',
    ground: '重新研究',
    opinion: '请重新测算资金',
  });

  const again = await project.open('Task_ConsolidateReview');
  expect(again).toMatchObject({ body: '市数字政府领导小组办公室' });
  expect(again.answer.history).toMatchObject([
    { step: '领导小组审定', outcome: '退回（重新研究）', opinion: '请重新测算资金' },
  ]);
  await project.finish('Task_ConsolidateReview', { outcome: 'submit', plan: '二期计划' });
  await project.finish('Task_LeadingGroupDecision', { outcome: 'approve' });

  await project.shown('Task_AnnualInvestmentPlan');
  expect(await project.variables()).toMatchObject({
    result_Task_ConsolidateReview: { plan: '二期计划' },
    route: 'approval-small',
    overLimit: false,
    approver: '市发改委',
  });
});
