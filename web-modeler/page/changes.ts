import type { Change } from '../publishing/api.ts';

/** What changed in the law's words; what reads the models is loaded when it is first asked. */
export async function changesBetween(
  path: string,
  before: string | null,
  after: string | null,
): Promise<Change[]> {
  const changes = await import('../changes/index.ts');
  return changes.changesBetween(path, before, after);
}
