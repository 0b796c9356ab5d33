import { z } from 'zod';
import type { IsoDate } from './calendar/index.ts';

/** A document that a step records: its number (or where it lies), its day, and what it fixes, by the form's own keys. */
export type RecordedDocument = {
  /** The form's key of the number. */
  field: string;
  number: string;
  dated: IsoDate | null;
  fixes: Record<string, string>;
};

type DocumentFields = { number: string; date?: string; fixes?: string[] };

const extension: DocumentFields = { number: 'extensionDocument', fixes: ['extensionDays'] };

/** Which keys of a step's form name a document, by element id. */
export const documentFields: Record<string, DocumentFields[]> = {
  Task_CountyReview: [{ number: 'reportDocument' }],
  Task_CountyDecision: [{ number: 'approvalDocument', date: 'approvalDate' }],
  Task_ReviseCountyApplication: [{ number: 'revisedDocument' }],
  Task_RecordCountyFiling: [{ number: 'filingNumber', date: 'filingDate' }],
  Task_AmendPlan: [{ number: 'amendedDocument' }],
  Task_LeadingGroupDecision: [{ number: 'decisionDocument', date: 'decisionDate' }],
  Task_RecordProvincialReview: [{ number: 'documentNumber', date: 'documentDate' }],
  Task_ReviseForProvince: [{ number: 'revisedDocument' }],
  Task_RecordFiling: [{ number: 'filingNumber', date: 'filingDate' }],
  Task_AnnualInvestmentPlan: [{ number: 'planDocument', date: 'planDate' }],
  Task_AllocateBudget: [{ number: 'budgetDocument', fixes: ['budgetAmount'] }],
  Task_PrepareProposal: [{ number: 'proposalDocument', fixes: ['investmentEstimate'] }, extension],
  Task_ApproveProposal: [{ number: 'approvalDocument' }],
  Task_PrepareFeasibility: [
    { number: 'feasibilityDocument', fixes: ['investmentEstimate'] },
    extension,
  ],
  Task_ApproveFeasibility: [{ number: 'approvalDocument' }],
  Task_SelectDesigner: [{ number: 'selectionDocument', fixes: ['designer'] }],
  Task_PrepareDesign: [{ number: 'designDocument', fixes: ['designEstimate'] }, extension],
  Task_ReviseDesign: [extension],
  Task_ApproveDesign: [{ number: 'approvalDocument' }],
  Task_PrepareBudget: [{ number: 'budgetDocument', fixes: ['budgetAmount'] }, extension],
  Task_AnswerBudgetReview: [extension],
  Task_ApproveBudget: [{ number: 'approvalDocument', fixes: ['controlPrice'] }],
  Task_ChooseProcurementMethod: [{ number: 'methodDocument', fixes: ['method'] }],
  Task_PublishProcurementNotice: [{ number: 'noticeNumber', date: 'noticeDate' }],
  Task_SignProcurementContract: [
    { number: 'contractNumber', date: 'contractDate', fixes: ['contractAmount', 'supplier'] },
  ],
};

/**
 * The step whose approval fixes owner, amount, funds and timing (Art. 20), and the one that proposes them. Amounts are
 * those of the application.
 */
export const decidedFacts = {
  by: 'Task_LeadingGroupDecision',
  proposedBy: 'Task_ConsolidateReview',
} as const;

const text = z.string().trim().min(1);
const shown = z.union([text, z.number().transform(String)]);

/** The day somebody entered; null for what is none. */
export function dayOf(entered: unknown): IsoDate | null {
  const day = z.iso.date().safeParse(entered);
  return day.success ? day.data : null;
}

/** The documents named in what was entered at a step; what is no number or no day is left out. */
export function documentsIn(
  elementId: string,
  entered: Record<string, unknown>,
): RecordedDocument[] {
  return (documentFields[elementId] ?? []).flatMap(({ number: field, date, fixes = [] }) => {
    const number = text.safeParse(entered[field]);
    if (!number.success) return [];
    const fixed = fixes.flatMap((key) => {
      const value = shown.safeParse(entered[key]);
      return value.success ? [[key, value.data]] : [];
    });
    return [
      {
        ...{ field, number: number.data, fixes: Object.fromEntries(fixed) },
        dated: dayOf(date && entered[date]),
      },
    ];
  });
}
