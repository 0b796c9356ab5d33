import { formFields } from './forms/form-fields.ts';
import { formIdentity } from './forms/form-identity.ts';
import { formLabels } from './forms/form-labels.ts';
import { formOutcome } from './forms/form-outcome.ts';
import { formReads } from './forms/form-reads.ts';
import type { FormRule, TableRule } from './rule.ts';
import { decisionTable } from './tables/decision-table.ts';
import { regulationThresholds } from './tables/regulation-thresholds.ts';

/** Our rules over decision tables, by the name of their file, their page and their test. */
export const tableRules: Record<string, TableRule> = {
  'decision-table': decisionTable,
  'regulation-thresholds': regulationThresholds,
};

/** Our rules over forms, by the name of their file, their page and their test. */
export const formRules: Record<string, FormRule> = {
  'form-fields': formFields,
  'form-identity': formIdentity,
  'form-labels': formLabels,
  'form-outcome': formOutcome,
  'form-reads': formReads,
};
