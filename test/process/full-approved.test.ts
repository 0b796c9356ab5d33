import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import {
  budget,
  cityIntake,
  decided,
  design,
  feasibility,
  orderOfSteps,
  PROVINCE,
  planAndBudgetOf,
  proposal,
} from './support/decided.ts';
import { mailsOf } from './support/mail.ts';
import { file } from './support/project.ts';
import { toTheEnd } from './support/reviewers.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('a project of 5000 passes the province and then proposal, feasibility, design and budget', async () => {
  const project = await file(world, anApplication({ investment: 5000, ownerUnit: '市大数据中心' }));
  expect(await toTheEnd(world, project)).toBe('End_Approved');
  expect((await project.variables()).route).toBe('approval-full');

  expect(await decided(world, project)).toEqual(
    cityIntake(
      PROVINCE,
      ...planAndBudgetOf('市'),
      ...proposal('市大数据中心', '市发改委'),
      ...feasibility('市大数据中心', '市数据管理部门', '市发改委'),
      ...design('市大数据中心', '市发改委'),
      ...budget('市大数据中心', '市财政局'),
    ),
  );
  const beside = ['Task_AnnualInvestmentPlan', 'Task_AllocateBudget'];
  const order = await orderOfSteps(world, project);
  expect(order.filter((step) => !beside.includes(step)).slice(-11)).toEqual([
    'Task_RecordProvincialReview',
    'Task_PrepareProposal',
    'Task_ApproveProposal',
    'Task_PrepareFeasibility',
    'Task_TechnicalReview',
    'Task_ApproveFeasibility',
    'Task_SelectDesigner',
    'Task_PrepareDesign',
    'Task_ApproveDesign',
    'Task_PrepareBudget',
    'Task_ApproveBudget',
  ]);
  const id = await project.id();
  expect(await mailsOf(world, id, 'approvals-sent')).toHaveLength(1);
  expect(await world.records.openClocks({ projectId: id })).toEqual([]);
});
