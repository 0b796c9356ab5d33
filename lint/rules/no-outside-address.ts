import { is } from '../../models/element.ts';
import { addressesIn, addressSentence } from '../addresses.ts';
import type { DiagramRule } from '../rule.ts';

/** A diagram leads nowhere outside: not in its documentation, and not in what extensions keep. */
export const noOutsideAddress: DiagramRule = {
  id: 'no-outside-address',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(definitions, { report }) {
      // Looked through as a whole: extensions, foreign ones too, have no ids to be told by.
      if (!is(definitions, 'bpmn:Definitions')) return;
      for (const { id, address } of addressesIn(definitions)) report(id, addressSentence(address));
    },
  }),
};
