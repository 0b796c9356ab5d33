import { linksAmong } from '../../library/server/catalogue.ts';
import type { Served, World } from '../../server/world.ts';
import type { mapRoutes } from '../api.ts';

/** How models lead to each other. */
export async function serve({ storage, catalogue }: World): Promise<Served<typeof mapRoutes>> {
  return {
    handlers: {
      async listLinks() {
        return { links: linksAmong(await catalogue.entries(await storage.head())) };
      },
    },
  };
}
