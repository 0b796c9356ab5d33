import type { Handlers, Served, World } from '../../server/world.ts';
import type { publishingRoutes } from '../api.ts';
import type { PublishingDeps } from './deps.ts';
import { impact } from './impact.ts';
import { migration } from './migration.ts';
import { PATIENCE, publishing } from './publish.ts';
import { submissions } from './submissions.ts';
import { submitting } from './submit.ts';

/** Submitting, publishing, migrating; what was cut short is finished after the start. */
export async function serve(world: World): Promise<Served<typeof publishingRoutes>> {
  const { handlers, resumePublishing } = publishingHandlers(world);
  return { handlers, started: resumePublishing };
}

/** The operations of publishing, and what the server's start has to finish; see `Publishing`. */
export function publishingHandlers(
  deps: PublishingDeps,
  patience = PATIENCE,
): {
  handlers: Handlers<typeof publishingRoutes>;
  resumePublishing: () => Promise<void>;
} {
  const { publish, resumePublishing } = publishing(deps, patience);
  return {
    handlers: {
      publish,
      ...submitting(deps),
      ...submissions(deps),
      ...impact(deps),
      ...migration(deps),
    },
    resumePublishing,
  };
}
