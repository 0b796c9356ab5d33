import { decidedFacts, documentsIn } from '../../law/documents.ts';
import type { Filed } from '../../records/index.ts';
import type { Close } from './decision.ts';

/** What a visit adds to the project's dossier: nothing where it does not count. */
export function filedBy({ clock, verdict }: Close): Filed {
  if (!verdict.valid) return {};
  const { elementId, facts } = clock;
  const { entered } = verdict;
  const decides = elementId === decidedFacts.by && entered.outcome === 'approve';
  const amount = facts.investment === undefined ? null : String(facts.investment);
  return {
    documents: documentsIn(elementId, entered),
    decided: decides ? { amount, proposedBy: decidedFacts.proposedBy } : undefined,
  };
}
