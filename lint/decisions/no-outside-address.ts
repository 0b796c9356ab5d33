import { addressesIn, addressSentence } from '../addresses.ts';
import type { DecisionFileRule } from '../rule.ts';

/** A decision table leads nowhere outside, in its descriptions and annotations neither. */
export const noOutsideAddress: DecisionFileRule = {
  id: 'no-outside-address',
  kind: 'decision-file',
  severity: 'error',
  legal: false,
  check: (definitions, _, report) => {
    for (const { id, address } of addressesIn(definitions)) report(id, addressSentence(address));
  },
};
