import type { Role } from '../roles.ts';
import type { Body, CaseFacts, Organization } from './types.ts';

/** Whether people of the body may not review the case because it is their own (Art. 19). */
export function isConflicted(bodyName: string, facts: CaseFacts, role: Role): boolean {
  return role === 'reviewer' && [facts.applicantUnit, facts.ownerUnit].includes(bodyName);
}

/** The body whose people act: the body itself or, when the case is its own, the one that reviews in its place. */
export function actingBody(
  { bodies }: Organization,
  body: Body,
  facts: CaseFacts,
  role: Role,
): Body {
  const seen = [body];
  let acting = body;
  while (isConflicted(acting.name, facts, role)) {
    const { recusalBody } = acting;
    const next = bodies.find(({ name }) => name === recusalBody);
    if (next === undefined || seen.includes(next)) break;
    seen.push(next);
    acting = next;
  }
  return acting;
}
