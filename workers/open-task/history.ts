import { z } from 'zod';
import type { Directory } from '../../law/directory/index.ts';
import { asText } from '../../law/display.ts';
import { isNeeded, isOpinion, outcomeWord } from '../../law/outcomes.ts';
import type { HistoryLine } from '../../records/index.ts';

const days = z.number().optional().catch(undefined);
const enteredSchema = z.object({
  extensionDays: days,
  grantedDays: days,
  extensionDocument: z.string().optional().catch(undefined),
  askAgain: z.enum(['all', 'concerned']).optional().catch(undefined),
  concernedBodies: z.array(z.string()).catch([]),
});

/**
 * Earlier decisions as the forms show them: names instead of login names, outcomes in Chinese,
 * opinions that were set aside marked as such; nothing in it acts as markup.
 */
export function historyForForm(lines: HistoryLine[], directory: Directory) {
  const nameOf = (id: string) => directory.person(id)?.name ?? id;
  return lines.map((line, i) => {
    const { step, body, onBehalfOf, opinion, date } = line;
    // The name it was signed under: a login name may have been given to somebody else since.
    const signer = line.signerName ?? nameOf(line.signer);
    const absent = onBehalfOf && (line.onBehalfOfName ?? nameOf(onBehalfOf));
    const mark = isSetAside(line, lines.slice(i + 1)) ? '（已作废）' : '';
    const shown = {
      step,
      body,
      signer: absent ? `${signer}（代${absent}办理）` : signer,
      outcome: `${outcomeOf(line)}${mark}`,
      opinion: opinion ?? '',
      date,
    };
    return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, asText(value)]));
  });
}

function outcomeOf({ outcome, ground, entered, decidesExtension }: HistoryLine): string {
  const word = outcomeWord(outcome);
  const { extensionDays, extensionDocument, grantedDays } = enteredSchema.parse(entered);
  if (isNeeded('extensionDays', outcome)) {
    const details = [`${extensionDays}个工作日`, extensionDocument].filter(Boolean);
    return `${word}（${details.join('，')}）`;
  }
  if (decidesExtension && outcome === 'approve') return `同意延期（${grantedDays}个工作日）`;
  if (decidesExtension && outcome === 'reject') return '不同意延期';
  return ground ? `${word}（${ground}）` : word;
}

/** Whether an opinion of the joint review was followed by a hand-back that asks its body again, or by its next one. */
function isSetAside({ step, body, outcome }: HistoryLine, later: HistoryLine[]): boolean {
  if (!isOpinion(outcome)) return false;
  return later.some((line) => {
    if (isOpinion(line.outcome)) return line.step === step && line.body === body;
    if (line.outcome !== 'return') return false;
    const { askAgain, concernedBodies } = enteredSchema.parse(line.entered);
    return askAgain === 'all' || (askAgain === 'concerned' && concernedBodies.includes(body));
  });
}
