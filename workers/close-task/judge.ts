import type { JobContext } from '../../engine/job.ts';
import type { Deps } from '../handler.ts';
import { type Signed, type Verdict, verdictOn } from './verdict.ts';

/**
 * Whether a completion counts. What a step offers is known from the models of today; an instance that stays on an
 * older version of its process may show a form that offers other outcomes, so there the table of outcomes alone says
 * what counts.
 */
export async function judge(
  entered: unknown,
  signed: Signed,
  { processId, processVersion }: JobContext,
  { directory, records }: Pick<Deps, 'directory' | 'records'>,
): Promise<Verdict> {
  const verdict = verdictOn(entered, signed, directory);
  if (verdict.valid || verdict.reason !== 'not-offered') return verdict;
  const versions = await records.processVersions(processId);
  if (!versions.some(({ version }) => version > processVersion)) return verdict;
  const { outcomes: _ofToday, ...terms } = signed.terms;
  return verdictOn(entered, { ...signed, terms }, directory);
}
