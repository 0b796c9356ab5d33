import { goodAnswer } from './good-case.ts';
import type { As, Project } from './project.ts';

export const REVIEWERS = ['市数据管理部门', '市发改委', '市财政局', '市国资委'];

/** What the decisions on limit and route leave of other projects than the small one every test starts from. */
export const MERGED = { route: 'approval-merged', approvalSize: 'merged' };
export const FULL = { route: 'approval-full', approvalSize: 'full', overLimit: true };
const SASAC = { route: 'approval-soe', approver: '市国资委', budgetApprover: '市国资委' };
export const ENTERPRISE_SMALL = { ...SASAC, approvalSize: 'small' };
export const ENTERPRISE_FULL = { ...SASAC, approvalSize: 'full', overLimit: true };

/** Finishes the step as a good case would. */
function good(project: Project, elementId: string, who?: As): Promise<unknown> {
  return project.finish(elementId, goodAnswer(elementId), who);
}

/** From the filed application to the step named: each earlier step finished as a good case would. */
export async function upToAppraisal(project: Project): Promise<void> {
  await good(project, 'Task_PreliminaryReview');
  await good(project, 'Task_PrepareSolutions');
}

export async function upToJointReview(project: Project): Promise<void> {
  await upToAppraisal(project);
  await good(project, 'Task_PreliminaryAppraisal');
}

export async function upToDecision(project: Project): Promise<void> {
  await upToJointReview(project);
  await Promise.all(REVIEWERS.map((body) => good(project, 'Task_JointReview', { body })));
  await good(project, 'Task_ConsolidateReview');
}

/** The leading group has approved: the plan, the budget and the approval run beside each other. */
export async function upToApproval(project: Project): Promise<void> {
  await upToDecision(project);
  await good(project, 'Task_LeadingGroupDecision');
}

/** What runs beside the approval. */
export async function planAndBudget(project: Project): Promise<void> {
  await Promise.all([
    good(project, 'Task_AnnualInvestmentPlan'),
    good(project, 'Task_AllocateBudget'),
  ]);
}

export async function technicalReview(project: Project): Promise<void> {
  await good(project, 'Task_TechnicalReview');
}

export async function budgetAndFiling(project: Project): Promise<void> {
  await Promise.all([
    (async () => {
      await good(project, 'Task_PrepareBudget');
      await good(project, 'Task_ApproveBudget');
    })(),
    good(project, 'Task_RecordFiling'),
  ]);
}
