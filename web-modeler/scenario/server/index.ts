import { readExamples } from '../../../files/examples.ts';
import { kinds, levels, ownerTypes } from '../../../law/application/index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import type { Turns } from '../../server/turns.ts';
import type { Handlers, Served } from '../../server/world.ts';
import type { scenarioRoutes } from '../api.ts';
import { ScenarioError } from '../faults.ts';
import { type ModelSource, modelFiles } from './model-files.ts';
import type { Player } from './player.ts';

/** The process every application is filed to. */
const PROCESS = 'project-application';

type Given = {
  storage: ModelSource;
  player: Pick<Player, 'play'>;
  turns: Turns;
  /** Where the example applications lie. */
  examplesFolder: string;
};

/** Plays scenarios on the saved, the published or the shipped models. Nothing is started or stored. */
export async function serve({
  storage,
  player,
  turns,
  examplesFolder,
}: Given): Promise<Served<typeof scenarioRoutes>> {
  const filesAt = modelFiles(storage);
  const handlers: Handlers<typeof scenarioRoutes> = {
    listExamples: async () => ({
      examples: readExamples(examplesFolder).map(([file, application]) => ({
        name: file.replace(/\.json$/, ''),
        title: titleOf(application),
        application,
      })),
    }),
    playScenario: async ({ user, body: { application, at, unsaved, ...scenario } }) => {
      try {
        return await turns(user.id, async () =>
          player.play(await filesAt(at, unsaved), {
            ...scenario,
            processId: PROCESS,
            variables: { application },
          }),
        );
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        const { code, message, choice } = error;
        throw new ApiError(code, message, { choice });
      }
    },
  };
  return { handlers };
}

/** An example in one line: its name, and what decides its way. */
function titleOf({ projectName, ...application }: Record<string, unknown>): string {
  const word = (table: Record<string, string>, code: unknown) => table[String(code)] ?? '';
  const facts = [
    word(levels, application.level),
    word(kinds, application.kind),
    application.ownerType === 'soe' ? word(ownerTypes, 'soe') : '',
    application.investment === undefined ? '' : `${application.investment}万元`,
  ];
  return `${projectName}（${facts.filter(Boolean).join('，')}）`;
}
