import type { Body, Directory } from '../../law/directory/index.ts';
import { PermanentError } from '../../law/errors.ts';
import type { StatutoryTask } from '../statutory-task.ts';

/**
 * The body that acts. An owner step of a unit nobody knows goes to the supervising office, which can
 * reach the applicant: a mistyped unit must come back to a person, not stop at an incident.
 *
 * @throws PermanentError `unknown-body`
 */
export function actingBody(task: StatutoryTask, directory: Directory): Body {
  const named = directory.resolveBody(task.body, task.application);
  const body = named ?? (task.role === 'owner' ? directory.body(directory.office) : undefined);
  if (body) return body;
  throw new PermanentError(
    'unknown-body',
    `组织机构中没有“${task.body}”（${task.application.county ?? '市级'}），请在 config/organization.yaml 中补充后重试。`,
  );
}
