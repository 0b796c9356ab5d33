import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { file } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { budgetAndFiling, planAndBudget, technicalReview, upToApproval } from './support/way.ts';

const world = useWorld();

test('a small construction project is approved by everyone, and everyone is told', async () => {
  const project = await file(world, anApplication({ investment: 199.999999 }));
  await upToApproval(project);
  await technicalReview(project);
  await Promise.all([planAndBudget(project), budgetAndFiling(project)]);

  expect(await project.end()).toBe('End_Approved');
  expect((await project.variables()).route).toBe('approval-small');
  const id = await project.id();
  const decisions = await decisionsOf(world, id);
  expect(decisions.map(({ element_id }) => element_id).sort()).toEqual(
    [
      'Task_PreliminaryReview',
      'Task_PrepareSolutions',
      'Task_PreliminaryAppraisal',
      ...Array<string>(4).fill('Task_JointReview'),
      'Task_ConsolidateReview',
      'Task_LeadingGroupDecision',
      'Task_AnnualInvestmentPlan',
      'Task_AllocateBudget',
      'Task_TechnicalReview',
      'Task_PrepareBudget',
      'Task_ApproveBudget',
      'Task_RecordFiling',
    ].sort(),
  );
  expect(await mailsOf(world, id, 'start-notice')).toHaveLength(1);
  expect(await mailsOf(world, id, 'approvals-sent')).toHaveLength(1);
  expect(await world.records.openClocks({ projectId: id })).toEqual([]);
});
