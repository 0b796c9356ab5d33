import type { Handlers } from '../../../site/server/handler.ts';
import type { PublishingDeps } from './deps.ts';
import { impact } from './impact.ts';
import { migration } from './migration.ts';
import { PATIENCE, publishing } from './publish.ts';
import { submissions } from './submissions.ts';
import { submitting } from './submit.ts';

type Name =
  | 'submit'
  | 'listSubmissions'
  | 'readSubmission'
  | 'readImpact'
  | 'publish'
  | 'refuse'
  | 'withdraw'
  | 'rollBack'
  | 'checkMigration'
  | 'migrate';

/** The operations of publishing, and what the server's start has to finish; see `Publishing`. */
export function publishingHandlers(
  deps: PublishingDeps,
  patience = PATIENCE,
): {
  handlers: Handlers<Name>;
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
