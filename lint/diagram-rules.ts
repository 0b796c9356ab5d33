import type { DiagramRule } from './rule.ts';
import { articleNamed } from './rules/article-named.ts';
import { chineseLabels } from './rules/chinese-labels.ts';
import { feelStaysInside } from './rules/feel-stays-inside.ts';
import { multiInstanceSafe } from './rules/multi-instance-safe.ts';
import { noGatewayListeners } from './rules/no-gateway-listeners.ts';
import { noGeneratedIds } from './rules/no-generated-ids.ts';
import { noTimerApproval } from './rules/no-timer-approval.ts';
import { readableLayout } from './rules/readable-layout.ts';
import { referencesExist } from './rules/references-exist.ts';
import { regulationTable } from './rules/regulation-table.ts';
import { resultsKnown } from './rules/results-known.ts';
import { statutoryExtension } from './rules/statutory-extension.ts';
import { statutoryReminder } from './rules/statutory-reminder.ts';
import { statutoryTask } from './rules/statutory-task.ts';
import { tidyLayout } from './rules/tidy-layout.ts';
import { voidLoop } from './rules/void-loop.ts';

/** Our rules over diagrams, by the name of their file, their page and their test. */
export const diagramRules: Record<string, DiagramRule> = {
  'article-named': articleNamed,
  'chinese-labels': chineseLabels,
  'feel-stays-inside': feelStaysInside,
  'multi-instance-safe': multiInstanceSafe,
  'no-gateway-listeners': noGatewayListeners,
  'no-generated-ids': noGeneratedIds,
  'no-timer-approval': noTimerApproval,
  'readable-layout': readableLayout,
  'references-exist': referencesExist,
  'regulation-table': regulationTable,
  'results-known': resultsKnown,
  'statutory-extension': statutoryExtension,
  'statutory-reminder': statutoryReminder,
  'statutory-task': statutoryTask,
  'tidy-layout': tidyLayout,
  'void-loop': voidLoop,
};
