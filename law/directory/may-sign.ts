import type { IsoDate } from '../calendar/index.ts';
import type { Role } from '../roles.ts';
import { candidates } from './candidates.ts';
import { actingBody, isConflicted } from './conflict.ts';
import { standInChain } from './stand-in.ts';
import type { Body, CaseFacts, Organization, SignVerdict } from './types.ts';

/** Whether a completion counts; see `Directory.maySign`. */
export function maySign(
  organization: Organization,
  personId: string,
  body: Body,
  date: IsoDate,
  facts: CaseFacts,
  role: Role,
  position: string,
): SignVerdict {
  const signer = organization.people.find(({ id }) => id === personId);
  if (signer === undefined) return { allowed: false, reason: 'unknown-person' };
  if (isConflicted(signer.body, facts, role)) {
    return { allowed: false, reason: 'conflict-of-interest' };
  }
  const candidate = candidates(organization, body, position, date, facts, role).find(
    ({ person }) => person === signer,
  );
  if (candidate?.onBehalfOf !== undefined) {
    return { allowed: true, onBehalfOf: candidate.onBehalfOf };
  }
  const acting = actingBody(organization, body, facts, role);
  if (signer.body === acting.name) return { allowed: true };
  const seat = organization.people.find(
    (person) =>
      person.body === acting.name && standInChain(organization, person, date).includes(signer),
  );
  if (seat !== undefined) return { allowed: true, onBehalfOf: seat.id };
  return { allowed: false, reason: 'not-of-body' };
}
