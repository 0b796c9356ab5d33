import type { FormsShown } from '../../engine/deployment/forms-shown.ts';
import type { PublishingEngine } from '../../engine/deployment/publishing-engine.ts';
import type { ModelerRecords } from '../../records/index.ts';
import { auditOperations } from './audit/operations.ts';
import { coverageOperations } from './coverage/operations.ts';
import type { Handlers } from './handler.ts';
import { createCatalogue } from './library/catalogue.ts';
import { libraryOperations } from './library/operations.ts';
import { lintCommits, overruledLint } from './lint/lint-commit.ts';
import type { Linter } from './lint/linter.ts';
import { lintOperations } from './lint/operations.ts';
import { publishingHandlers } from './publishing/index.ts';
import { scenarioOperations } from './scenario/operations.ts';
import type { Player } from './scenario/player.ts';
import type { Storage } from './storage/index.ts';

/** What the operations work with. */
export type World = {
  storage: Storage;
  records: ModelerRecords;
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
