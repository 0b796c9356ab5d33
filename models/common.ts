/** The folder of what all processes share: `common/notices/`, and `common/parts/` of forms. */
export const COMMON = 'common';

/**
 * Where releases before `common/` kept the notices of all processes. A data folder whose models somebody changed
 * stays as it is at an upgrade, and has them there still.
 */
const FORMERLY = 'project-application';

/** The folders in which a process looks for a notice, in this order: its own, the common one, the common one of old. */
export function noticeHomes(processId: string): string[] {
  return [...new Set([processId, COMMON, FORMERLY])];
}
