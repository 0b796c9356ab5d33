import { texts } from '../../server/texts.ts';
import type { Served, World } from '../../server/world.ts';
import type { modelRoutes } from '../api.ts';
import { checkContent } from './content.ts';

/** Reading and saving one model. */
export async function serve(world: World): Promise<Served<typeof modelRoutes>> {
  const { read, save } = texts(world);
  return {
    handlers: {
      readModel: ({ query }) => read(query.at, query.path),

      async saveModel({ body, user }) {
        await checkContent(body.path, body.source);
        return save(body, body.source, user);
      },
    },
  };
}
