import { decisionsOf } from './mail.ts';
import type { Project } from './project.ts';
import type { World } from './world.ts';

/** Who decided what in a project, as the records keep it: "step body", sorted; each visit to a step once. */
export async function decided(world: World, project: Project): Promise<string[]> {
  const decisions = await decisionsOf(world, await project.id());
  return decisions.map(({ element_id, body }) => `${element_id} ${body}`).sort();
}

/** The steps in the order in which they were decided. */
export async function orderOfSteps(world: World, project: Project): Promise<string[]> {
  return (await decisionsOf(world, await project.id())).map(({ element_id }) => element_id);
}

const OFFICE = '市数字政府领导小组办公室';

const JOINT_REVIEW = [
  ...['市数据管理部门', '市发改委', '市财政局', '市国资委'].map(
    (body) => `Task_JointReview ${body}`,
  ),
  `Task_ConsolidateReview ${OFFICE}`,
  'Task_LeadingGroupDecision 市数字政府领导小组',
];

const CITY_INTAKE = [
  `Task_PreliminaryReview ${OFFICE}`,
  'Task_PrepareSolutions 咨询机构',
  'Task_PreliminaryAppraisal 市数据管理部门',
  ...JOINT_REVIEW,
];

/** A city's project up to the leading group's decision, as `decided` gives it. */
export const cityIntake = (...more: string[]): string[] => [...CITY_INTAKE, ...more].sort();

/** The same of a county's project, which comes to the joint review through its county. */
export const countyIntake = (county: string, ...more: string[]): string[] =>
  [`Task_CountyReview ${county}数据管理部门`, ...JOINT_REVIEW, ...more].sort();

export const PROVINCE = `Task_RecordProvincialReview ${OFFICE}`;
export const FILING = `Task_RecordFiling ${OFFICE}`;

export const planAndBudgetOf = (place: string): string[] => [
  `Task_AnnualInvestmentPlan ${place}发改委`,
  `Task_AllocateBudget ${place}财政局`,
];

export const proposal = (owner: string, approver: string): string[] => [
  `Task_PrepareProposal ${owner}`,
  `Task_ApproveProposal ${approver}`,
];

export const feasibility = (owner: string, technical: string, approver: string): string[] => [
  `Task_PrepareFeasibility ${owner}`,
  `Task_TechnicalReview ${technical}`,
  `Task_ApproveFeasibility ${approver}`,
];

export const design = (owner: string, approver: string): string[] => [
  `Task_SelectDesigner ${owner}`,
  `Task_PrepareDesign ${owner}`,
  `Task_ApproveDesign ${approver}`,
];

export const budget = (owner: string, approver: string): string[] => [
  `Task_PrepareBudget ${owner}`,
  `Task_ApproveBudget ${approver}`,
];
