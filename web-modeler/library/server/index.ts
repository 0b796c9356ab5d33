import { notLinted } from '../../linting/server/not-linted.ts';
import { standingErrors } from '../../linting/server/overrulings.ts';
import type { Storage } from '../../server/storage/index.ts';
import type { Served, World } from '../../server/world.ts';
import type { libraryRoutes } from '../api.ts';
import { readPublishedState } from './published-state.ts';

/** The list of all models. */
export async function serve(world: World): Promise<Served<typeof libraryRoutes>> {
  const { storage, catalogue, lint, records } = world;

  return {
    handlers: {
      async listModels() {
        const head = await storage.head();
        const runs = await storage.ref('published');
        const [entries, published, shipped, state, all] = await Promise.all([
          catalogue.entries(head),
          blobs(storage, runs),
          blobs(storage, await storage.ref('shipped')),
          readPublishedState(records),
          // Models nobody has checked count as faulty, but they can still be opened and mended.
          lint(head).catch(() => undefined),
        ]);
        const models = entries.map(async ({ path, kind, id, name, home, blob }) => {
          const [changed] = await storage.history(path);
          if (changed === undefined) throw new Error(`${path} has no history`);
          const own = all?.filter(({ file }) => file === path) ?? [notLinted(path)];
          return {
            ...{ path, kind, id, name, home, blob, changed },
            state: state.submitted.has(path)
              ? ('submitted' as const)
              : published.get(path) === blob
                ? ('published' as const)
                : ('draft' as const),
            deployedVersion: kind === 'notice' ? null : state.deployedVersion(kind, id),
            errors: standingErrors(own).length,
            warnings: own.filter(({ severity }) => severity === 'warning').length,
            differsFromShipped: shipped.get(path) !== blob,
          };
        });
        return { models: await Promise.all(models), saved: head, published: runs };
      },
    },

    /** Finds out beforehand what the first to open the library would wait for. */
    async started() {
      const head = await storage.head();
      await Promise.all([catalogue.entries(head), lint(head)]);
    },
  };
}

async function blobs(storage: Storage, commit: string): Promise<Map<string, string>> {
  return new Map((await storage.files(commit)).map(({ path, blob }) => [path, blob]));
}
