import type { Handlers, Served, World } from '../../server/world.ts';
import type { publishingRoutes } from '../api.ts';
import type { PublishingDeps } from './deps.ts';
import { impact } from './impact.ts';
import { keepDeployed } from './keep-deployed.ts';
import { migration } from './migration.ts';
import { PATIENCE, publishing } from './publish.ts';
import { submissions } from './submissions.ts';
import { submitting } from './submit.ts';

const LOOK_EVERY_MS = 5_000;

/**
 * Submitting, publishing, migrating; after the start what was cut short is finished, and an edited organisation is
 * deployed.
 */
export async function serve(world: World): Promise<Served<typeof publishingRoutes>> {
  const { handlers, resumePublishing } = publishingHandlers(world);
  const { choices } = world;
  const started = () => keepDeployed({ choices, deploy: resumePublishing, everyMs: LOOK_EVERY_MS });
  return { handlers, started };
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
