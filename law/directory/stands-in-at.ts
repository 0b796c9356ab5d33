import type { IsoDate } from '../calendar/index.ts';
import { standInChain } from './stand-in.ts';
import type { Organization } from './types.ts';

/** The bodies of the people for whom this one acts on that day, each once, in the order of the file. */
export function standsInAt(organization: Organization, personId: string, date: IsoDate): string[] {
  const seats = organization.people.filter(
    (seat) =>
      seat.id !== personId && standInChain(organization, seat, date).at(-1)?.id === personId,
  );
  const own = organization.people.find(({ id }) => id === personId)?.body;
  return [...new Set(seats.map(({ body }) => body))].filter((body) => body !== own);
}
