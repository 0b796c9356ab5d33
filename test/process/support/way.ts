import type { Project } from './project.ts';

export const REVIEWERS = ['市数据管理部门', '市发改委', '市财政局', '市国资委'];

export const SOLUTIONS = ['自建', '购买服务', '复用市级平台'].map((name) => ({
  name,
  summary: name,
  cost: 100,
}));

/** What the decisions on limit and route leave of other projects than the small one every test starts from. */
export const MERGED = { route: 'approval-merged', approvalSize: 'merged' };
export const FULL = { route: 'approval-full', approvalSize: 'full', overLimit: true };
const SASAC = { route: 'approval-soe', approver: '市国资委', budgetApprover: '市国资委' };
export const ENTERPRISE_SMALL = { ...SASAC, approvalSize: 'small' };
export const ENTERPRISE_FULL = { ...SASAC, approvalSize: 'full', overLimit: true };

const APPROVE = { outcome: 'approve', opinion: '同意' };
const SUBMIT = { outcome: 'submit' };

/** From the filed application to the step named: each earlier step finished as a good case would. */
export async function upToAppraisal(project: Project): Promise<void> {
  await project.finish('Task_PreliminaryReview', APPROVE);
  await project.finish('Task_PrepareSolutions', { ...SUBMIT, solutions: SOLUTIONS });
}

export async function upToJointReview(project: Project): Promise<void> {
  await upToAppraisal(project);
  await project.finish('Task_PreliminaryAppraisal', APPROVE);
}

export async function upToDecision(project: Project): Promise<void> {
  await upToJointReview(project);
  await Promise.all(
    REVIEWERS.map((body) =>
      project.finish('Task_JointReview', { outcome: 'support', opinion: '支持' }, { body }),
    ),
  );
  await project.finish('Task_ConsolidateReview', { ...SUBMIT, plan: '2032年建设' });
}

/** The leading group has approved: the plan, the budget and the approval run beside each other. */
export async function upToApproval(project: Project): Promise<void> {
  await upToDecision(project);
  await project.finish('Task_LeadingGroupDecision', APPROVE);
}

/** What runs beside the approval. */
export async function planAndBudget(project: Project): Promise<void> {
  await Promise.all([
    project.finish('Task_AnnualInvestmentPlan', { ...SUBMIT, planDocument: '九发改投〔2032〕1号' }),
    project.finish('Task_AllocateBudget', { ...SUBMIT, budgetDocument: '九财预〔2032〕1号' }),
  ]);
}

export async function technicalReview(project: Project): Promise<void> {
  await project.finish('Task_TechnicalReview', APPROVE);
}

export async function budgetAndFiling(project: Project): Promise<void> {
  await Promise.all([
    (async () => {
      await project.finish('Task_PrepareBudget', { ...SUBMIT, budgetAmount: 149 });
      await project.finish('Task_ApproveBudget', { ...APPROVE, controlPrice: 145 });
    })(),
    project.finish('Task_RecordFiling', { ...SUBMIT, filingNumber: '赣数备〔2032〕1号' }),
  ]);
}
