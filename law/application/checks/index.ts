import { costWithinInvestment } from './implementation-cost.ts';
import { implementationPlan } from './implementation-plan.ts';
import { knownCounty } from './known-county.ts';
import { knownUnits } from './known-units.ts';
import { meetingHeld } from './meeting.ts';
import { operationsElsewhere } from './operations-elsewhere.ts';
import { periodInOrder } from './period.ts';
import { quotesOfThreeVendors } from './quotes.ts';
import { inReserve } from './reserve.ts';
import type { Rule } from './rule.ts';
import { notSplit } from './splitting.ts';
import { technicalPlan } from './technical-plan.ts';
import { levelAgrees, ownerTypeAgrees } from './unit-facts.ts';

/** Every rule beyond single fields, in the order of the form. One file a rule. */
export const rules: readonly Rule[] = [
  operationsElsewhere,
  knownUnits,
  ownerTypeAgrees,
  levelAgrees,
  knownCounty,
  costWithinInvestment,
  periodInOrder,
  meetingHeld,
  inReserve,
  notSplit,
  quotesOfThreeVendors,
  technicalPlan,
  implementationPlan,
];
