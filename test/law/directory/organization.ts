import type { Body, Organization, Person, Substitution } from '../../../law/directory/index.ts';

/** A person of a body; the name tells nothing a test needs. */
export function person(id: string, body: string, position = '经办人'): Person {
  return { id, name: `${id} 的姓名`, body, position, email: `${id}@x.example` };
}

/** A city body that reviews; name only what the test is about. */
export function body(name: string, some: Partial<Body> = {}): Body {
  return { name, kind: 'city', email: 'body@x.example', supervisor: 'fa.head', ...some };
}

/** Two reviewing bodies, one applying unit, and the people and substitutes a test wants. */
export function organization(
  people: Person[],
  substitutes: Substitution[] = [],
  some: { fagai?: Partial<Body>; caizheng?: Partial<Body> } = {},
): Organization {
  return {
    office: '市发改委',
    bodies: [
      body('市发改委', some.fagai),
      body('市财政局', some.caizheng),
      body('市教育局', { kind: 'unit', type: 'agency', level: 'city' }),
    ],
    people,
    substitutes,
    modelers: [],
    operators: [],
    administrators: [],
  };
}

/** A substitution over March 2026. */
export function standIn(absent: string, substitute: string): Substitution {
  return { absent, substitute, from: '2026-03-01', to: '2026-03-31' };
}

export const march = '2026-03-10';
export const april = '2026-04-10';

/** A project of 市教育局. */
export const facts = { applicantUnit: '市教育局', ownerUnit: '市教育局', level: 'city' } as const;
