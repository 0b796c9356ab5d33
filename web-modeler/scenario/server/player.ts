import { z } from 'zod';
import type { ModelFile } from '../../../models/model-index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { createThreads } from '../../server/threads.ts';
import { scenarioRoutes } from '../api.ts';
import { ScenarioError } from '../faults.ts';
import type { Played, Scenario } from '../play.ts';

/** Years of daily reminders take some seconds on a busy machine. */
const LONGEST_MS = 30_000;
/** All models read and a play of some years need a tenth of it. */
const MOST_MEGABYTES = 512;

/** What the thread says: what came of it, why it could not be played, or what broke. */
const said = z.union([
  z.object({ played: scenarioRoutes.playScenario.answer }),
  z.object({
    refused: z.object({
      code: z.enum(['bad-application', 'bad-choice', 'unreadable-content']),
      message: z.string(),
      choice: z.number().optional(),
    }),
  }),
  z.object({ broken: z.string() }),
]);
export type Said = z.input<typeof said>;

/** Plays scenarios, each in a thread of its own. */
export interface Player {
  /** @throws ScenarioError; ApiError `scenario-takes-too-long` */
  play(files: ModelFile[], scenario: Scenario): Promise<Played>;
  close(): Promise<void>;
}

/** @param world the files the people and the holidays are read from, as the workers read them */
export function createPlayer(
  world: { organizationFile: string; holidayFolder: string },
  { longestMs = LONGEST_MS, mostMegabytes = MOST_MEGABYTES } = {},
): Player {
  const threads = createThreads({
    script: new URL('./start-worker.mjs', import.meta.url),
    workerData: world,
    // While somebody's is made to be slow, the others' are played.
    most: 2,
    ...{ longestMs, mostMegabytes, tooLong, tooLarge },
  });
  return {
    async play(files, scenario) {
      const answer = said.parse(await threads.ask({ files, scenario }));
      if ('played' in answer) return answer.played;
      if ('broken' in answer) throw new Error(`the scenario failed: ${answer.broken}`);
      const { code, message, choice } = answer.refused;
      throw new ScenarioError(code, message, choice);
    },
    close: () => threads.close(),
  };
}

function tooLong(): ApiError {
  const message = '推演时间过长，请减少步骤、缩短时间，或检查模型中的表达式后再试。';
  return new ApiError('scenario-takes-too-long', message);
}

function tooLarge(): ApiError {
  const message = '推演占用的内存过多，请减少步骤、缩短时间，或检查模型中的表达式后再试。';
  return new ApiError('scenario-takes-too-long', message);
}
