import type { IsoDate } from '../calendar/index.ts';
import type { Role } from '../roles.ts';
import { actingBody, isConflicted } from './conflict.ts';
import { standInChain } from './stand-in.ts';
import type { Body, Candidate, CaseFacts, Organization, Person } from './types.ts';

/** Who may be given a task; see `Directory.candidates`. */
export function candidates(
  organization: Organization,
  body: Body,
  position: string,
  date: IsoDate,
  facts: CaseFacts,
  role: Role,
): Candidate[] {
  const acting = actingBody(organization, body, facts, role);
  const seats = organization.people.filter((person) => person.body === acting.name);
  const among = (some: Person[]) =>
    inOrder(
      organization,
      some
        .map((seat) => present(organization, seat, date))
        .filter(({ person }) => !isConflicted(person.body, facts, role)),
    );
  const ofPosition = among(seats.filter((seat) => seat.position === position));
  return ofPosition.length > 0 ? ofPosition : among(seats);
}

function present(organization: Organization, seat: Person, date: IsoDate): Candidate {
  const person = standInChain(organization, seat, date).at(-1) ?? seat;
  return person === seat ? { person } : { person, onBehalfOf: seat.id };
}

/** Each person once, in the order of the file; whoever has a seat acts in their own name. */
function inOrder({ people }: Organization, some: Candidate[]): Candidate[] {
  return people.flatMap((person) => {
    const own = some.filter((candidate) => candidate.person === person);
    const best = own.find(({ onBehalfOf }) => onBehalfOf === undefined) ?? own[0];
    return best === undefined ? [] : [best];
  });
}
