import { checkContent } from '../../model/server/content.ts';
import { noSuchModel, texts } from '../../server/texts.ts';
import type { Served, World } from '../../server/world.ts';
import type { historyRoutes } from '../api.ts';

/** The saved versions of a model, and going back to one. */
export async function serve(world: World): Promise<Served<typeof historyRoutes>> {
  const { read, save } = texts(world);
  return {
    handlers: {
      async readHistory({ query }) {
        const versions = await world.storage.history(query.path);
        if (versions.length === 0) throw noSuchModel();
        return { versions };
      },

      async restoreModel({ body, user }) {
        const { source } = await read(body.at, body.path);
        await checkContent(body.path, source);
        return save(body, source, user);
      },
    },
  };
}
