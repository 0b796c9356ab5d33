import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { z } from 'zod';
import { followDirectory } from '../../../files/organization.ts';
import type { ModelFile } from '../../../models/model-index.ts';
import { ScenarioError } from '../faults.ts';
import type { Scenario } from '../play.ts';
import { answering } from './answering.ts';
import { followCalendar } from './follow-calendar.ts';
import type { Said } from './player.ts';

/** Asked of this thread: play this scenario on these models. */
type Question = { files: ModelFile[]; scenario: Scenario };

// A thread of its own: a scenario is computing, on expressions that somebody may have written to be slow.
const { organizationFile, holidayFolder } = z
  .object({ organizationFile: z.string(), holidayFolder: z.string() })
  .parse(workerData);
const play = answering({
  directory: followDirectory(organizationFile, pino({ level: 'warn' })),
  calendar: followCalendar(holidayFolder),
});

parentPort?.on('message', async ({ files, scenario }: Question) => {
  parentPort?.postMessage({ answer: await answer(files, scenario) });
});

async function answer(files: ModelFile[], scenario: Scenario): Promise<Said> {
  try {
    return { played: await play(files, scenario) };
  } catch (error) {
    if (!(error instanceof ScenarioError)) {
      return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    const { code, message, choice } = error;
    return { refused: { code, message, ...(choice === undefined ? {} : { choice }) } };
  }
}
