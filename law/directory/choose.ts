import type { Candidate } from './types.ts';

/**
 * The candidate with the fewest open tasks (by person id), the earlier one on a tie;
 * undefined when there is none.
 */
export function chooseAssignee(
  candidates: Candidate[],
  openTasks: ReadonlyMap<string, number>,
): Candidate | undefined {
  const load = ({ person }: Candidate) => openTasks.get(person.id) ?? 0;
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best === undefined || load(candidate) < load(best) ? candidate : best),
    undefined,
  );
}
