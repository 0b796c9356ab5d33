import type { FormsShown } from '../../engine/deployment/forms-shown.ts';
import type { PublishingEngine } from '../../engine/deployment/publishing-engine.ts';
import type { Records } from '../../records/index.ts';
import { auditOperations } from '../audit/server/operations.ts';
import { coverageOperations } from '../coverage/server/operations.ts';
import { createCatalogue } from '../library/server/catalogue.ts';
import { libraryOperations } from '../library/server/operations.ts';
import { lintCommits, overruledLint } from '../linting/server/lint-commit.ts';
import type { Linter } from '../linting/server/linter.ts';
import { lintOperations } from '../linting/server/operations.ts';
import { publishingHandlers } from '../publishing/server/index.ts';
import { scenarioOperations } from '../scenario/server/operations.ts';
import type { Player } from '../scenario/server/player.ts';
import type { Handlers } from '../../site/server/handler.ts';
import type { Storage } from './storage/index.ts';

/** What the operations work with. */
export type World = {
  storage: Storage;
  records: Records;
  linter: Linter;
  engine: PublishingEngine;
  formsShown?: FormsShown | undefined;
  player: Player;
  now: () => Date;
  examplesFolder: string;
  operateUrl: string | undefined;
};

/** Every operation on a signed-in user's behalf, and what the server has to do once it has started. */
export async function makeHandlers(world: World): Promise<{
  handlers: Handlers;
  /** Finishes a publication that was cut short; throws while the engine does not answer. */
  resumePublishing: () => Promise<void>;
  /** Finds out beforehand what the first to open the library would wait for. */
  warmUp: () => Promise<void>;
}> {
  const { storage, records, linter } = world;
  const catalogue = createCatalogue(storage);
  const lint = overruledLint(lintCommits(storage, linter), records);
  const publishing = publishingHandlers({ ...world, lint });
  return {
    handlers: {
      ...libraryOperations({ storage, catalogue, linter, lint, records }),
      ...(await lintOperations(world)),
      ...publishing.handlers,
      ...(await coverageOperations({ storage })),
      ...scenarioOperations(world),
      ...auditOperations(records),
    },
    resumePublishing: publishing.resumePublishing,
    async warmUp() {
      const head = await storage.head();
      await Promise.all([catalogue.entries(head), lint(head)]);
    },
  };
}
