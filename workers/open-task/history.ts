import type { HistoryLine } from '../../records/index.ts';
import type { Directory } from '../directory/index.ts';
import { outcomeWord } from '../outcomes.ts';

/** Earlier decisions as the form's table shows them: names instead of login names, outcomes in Chinese. */
export function historyForForm(lines: HistoryLine[], directory: Directory) {
  const nameOf = (id: string) => directory.person(id)?.name ?? id;
  return lines.map(({ step, body, signer, onBehalfOf, outcome, opinion, ground, date }) => ({
    step,
    body,
    signer: onBehalfOf ? `${nameOf(signer)}（代${nameOf(onBehalfOf)}办理）` : nameOf(signer),
    outcome: ground ? `${outcomeWord(outcome)}（${ground}）` : outcomeWord(outcome),
    opinion: opinion ?? '',
    date,
  }));
}
