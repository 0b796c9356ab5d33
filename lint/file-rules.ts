import { feelStaysInside as feelOfDecisions } from './decisions/feel-stays-inside.ts';
import { feelStaysInside as feelOfForms } from './forms/feel-stays-inside.ts';
import { formFields } from './forms/form-fields.ts';
import { formIdentity } from './forms/form-identity.ts';
import { formLabels } from './forms/form-labels.ts';
import { formOutcome } from './forms/form-outcome.ts';
import { formReads } from './forms/form-reads.ts';
import type { DecisionFileRule, FormRule, TableRule } from './rule.ts';
import { decisionTable } from './tables/decision-table.ts';
import { regulationThresholds } from './tables/regulation-thresholds.ts';

/** Our rules over decision tables, by the name of their file, their page and their test. */
export const tableRules: Record<string, TableRule> = {
  'decision-table': decisionTable,
  'regulation-thresholds': regulationThresholds,
};

/** Our rules over whole DMN files, by the name of their file, their page and their test. */
export const decisionFileRules: Record<string, DecisionFileRule> = {
  'feel-stays-inside': feelOfDecisions,
};

/** Our rules over forms, by the name of their file, their page and their test. */
export const formRules: Record<string, FormRule> = {
  'feel-stays-inside': feelOfForms,
  'form-fields': formFields,
  'form-identity': formIdentity,
  'form-labels': formLabels,
  'form-outcome': formOutcome,
  'form-reads': formReads,
};
