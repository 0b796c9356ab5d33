type Answers = Record<string, unknown>;

export const SOLUTIONS = ['自建', '购买服务', '复用市级平台'].map((name) => ({
  name,
  summary: name,
  cost: 100,
}));

const APPROVE = { outcome: 'approve', opinion: '同意' };
const SUBMIT = { outcome: 'submit' };

/** What people enter at each step when all goes well. */
const GOOD: Record<string, Answers> = {
  Task_PreliminaryReview: APPROVE,
  Task_PrepareSolutions: { ...SUBMIT, solutions: SOLUTIONS },
  Task_PreliminaryAppraisal: APPROVE,
  Task_JointReview: { outcome: 'support', opinion: '支持' },
  Task_ConsolidateReview: { ...SUBMIT, plan: '2032年建设' },
  Task_LeadingGroupDecision: APPROVE,

  Task_RecordProvincialReview: {
    ...APPROVE,
    documentNumber: '赣数审〔2032〕1号',
    documentDate: '2031-09-20',
  },
  Task_ReviseForProvince: { ...SUBMIT, revisedDocument: '九教〔2032〕5号' },

  Task_AnnualInvestmentPlan: { ...SUBMIT, planDocument: '九发改投〔2032〕1号' },
  Task_AllocateBudget: { ...SUBMIT, budgetDocument: '九财预〔2032〕1号' },

  Task_PrepareProposal: { ...SUBMIT, proposalDocument: '九教〔2032〕1号' },
  Task_ApproveProposal: { ...APPROVE, approvalDocument: '九发改审〔2032〕1号' },
  Task_PrepareFeasibility: { ...SUBMIT, feasibilityDocument: '九教〔2032〕2号' },
  Task_TechnicalReview: APPROVE,
  Task_ApproveFeasibility: { ...APPROVE, approvalDocument: '九发改审〔2032〕2号' },
  Task_SelectDesigner: { ...SUBMIT, designer: '某设计院' },
  Task_PrepareDesign: { ...SUBMIT, designDocument: '九教〔2032〕3号' },
  Task_ApproveDesign: { ...APPROVE, approvalDocument: '九发改审〔2032〕3号' },
  Task_PrepareBudget: { ...SUBMIT, budgetAmount: 149 },
  Task_ApproveBudget: { ...APPROVE, controlPrice: 145 },
  Task_RecordFiling: { ...SUBMIT, filingNumber: '赣数备〔2032〕1号' },

  Task_ChooseProcurementMethod: {
    ...SUBMIT,
    method: 'open-tender',
    methodDocument: '九教采〔2032〕1号',
  },
  Task_PublishProcurementNotice: {
    ...SUBMIT,
    noticeNumber: '九采公〔2032〕1号',
    noticeDate: '2031-09-20',
  },
  Task_SignProcurementContract: {
    ...SUBMIT,
    contractSigned: 'yes',
    supplier: '甲公司',
    contractNumber: 'HT-2032-1',
    contractAmount: 98,
    contractDate: '2031-09-20',
  },

  Task_CountyReview: { ...APPROVE, reportDocument: '县数〔2032〕1号' },
  Task_CountyDecision: {
    ...APPROVE,
    approvalDocument: '县发改审〔2032〕1号',
    approvalDate: '2031-09-20',
  },
  Task_ReviseCountyApplication: { ...SUBMIT, revisedDocument: '县教〔2032〕2号' },
  Task_RecordCountyFiling: {
    ...SUBMIT,
    filingNumber: '九数备〔2032〕1号',
    filingDate: '2031-09-20',
  },
};

/** @throws Error at a step no good case comes to */
export function goodAnswer(elementId: string): Answers {
  const answers = GOOD[elementId];
  if (!answers) throw new Error(`no good case enters anything at ${elementId}`);
  return answers;
}
