import type { Body, Directory } from '../directory/index.ts';

/** What the directory says about a unit that may apply for or own a project. */
export type UnitFacts = Pick<Body, 'name' | 'type' | 'level' | 'county'>;

/**
 * The unit of that name: one listed as such, or a body of the city or a county, which apply for projects
 * of their own too. The leading group and the consultants do not.
 */
export function applyingUnit(
  name: string,
  directory: Pick<Directory, 'body'>,
): UnitFacts | undefined {
  const body = directory.body(name);
  if (body?.kind === 'unit') return body;
  if (body?.kind !== 'city' && body?.kind !== 'county') return undefined;
  return { name, type: 'agency', level: body.kind, county: body.county };
}
