import type { IsoDate } from '../calendar/index.ts';
import type { Organization, Person } from './types.ts';

/**
 * The person of a seat and, while people are absent that day, their substitutes one after another;
 * the last one acts. Ends at the first repetition, although a checked file has none.
 */
export function standInChain(organization: Organization, seat: Person, date: IsoDate): Person[] {
  const chain = [seat];
  let next = substituteOf(organization, seat, date);
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    next = substituteOf(organization, next, date);
  }
  return chain;
}

function substituteOf(
  { people, substitutes }: Organization,
  { id }: Person,
  date: IsoDate,
): Person | undefined {
  const line = substitutes.find((s) => s.absent === id && s.from <= date && date <= s.to);
  return people.find((person) => person.id === line?.substitute);
}
