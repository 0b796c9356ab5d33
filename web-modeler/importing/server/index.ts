import type { Served, World } from '../../server/world.ts';
import type { importingRoutes } from '../api.ts';
import { checkImport } from './import-check.ts';

/** What is wrong with a file that somebody brings. */
export async function serve(world: World): Promise<Served<typeof importingRoutes>> {
  return {
    handlers: {
      checkImport: ({ body, user }) => world.turns(user.id, () => checkImport(body, world)),
    },
  };
}
