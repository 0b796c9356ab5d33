import type { Routes } from '../../site/api/route.ts';
import type { Handlers } from '../../site/server/handler.ts';
import type { User } from '../api/rights.ts';
import { features } from '../features.ts';
import { createCatalogue } from '../library/server/catalogue.ts';
import { lintCommits, overruledLint } from '../linting/server/lint-commit.ts';
import { createTurns } from './turns.ts';
import type { World } from './world.ts';

/** Every operation of the modeler's. */
export const routes: Routes = Object.assign({}, ...features.map((feature) => feature.routes));

/** The handlers of all features, and what the server has to do once it has started, by the features' names. */
export async function makeHandlers(given: Omit<World, 'catalogue' | 'lint' | 'turns'>): Promise<{
  handlers: Handlers<Routes, User>;
  started: { name: string; work: () => Promise<void> }[];
}> {
  const { storage, linter, records } = given;
  const world = {
    ...given,
    catalogue: createCatalogue(storage),
    turns: createTurns(),
    lint: overruledLint(lintCommits(storage, linter), records),
  };
  const handlers = {};
  const started: { name: string; work: () => Promise<void> }[] = [];
  // One after the other: their modules overlap.
  for (const { name, server } of features) {
    const served = await (await server?.())?.serve(world);
    Object.assign(handlers, served?.handlers);
    if (served?.started) started.push({ name, work: served.started });
  }
  return { handlers, started };
}
