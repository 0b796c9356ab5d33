import { candidates } from './candidates.ts';
import { actingBody } from './conflict.ts';
import { maySign } from './may-sign.ts';
import { standsInAt } from './stands-in-at.ts';
import type { Body, Directory, Organization } from './types.ts';

/** The directory of a checked organisation. */
export function createDirectory(organization: Organization): Directory {
  const { office, bodies, people, modelers, operators, administrators } = organization;
  const byName = new Map(bodies.map((body) => [body.name, body]));
  const byId = new Map(people.map((person) => [person.id, person]));
  const roles = new Map(modelers.map(({ person, role }) => [person, role]));
  const operatorRoles = new Map(operators.map(({ person, role }) => [person, role]));
  const units = bodies.filter(({ kind }) => kind === 'unit');

  const resolveBody: Directory['resolveBody'] = (name, facts) => {
    if (name === '项目应用单位') return byName.get(facts.applicantUnit);
    if (name === '项目业主单位') return byName.get(facts.ownerUnit);
    return byName.get(name) ?? bodies.find((body) => isCounterpart(body, name, facts.county));
  };

  return {
    office,
    bodies: () => bodies,
    body: (name) => byName.get(name),
    resolveBody,
    actingBody: (body, facts, role) => actingBody(organization, body, facts, role),
    candidates: (body, position, date, facts, role) =>
      candidates(organization, body, position, date, facts, role),
    maySign: (personId, body, date, facts, role, position = '经办人') =>
      maySign(organization, personId, body, date, facts, role, position),
    person: (id) => byId.get(id),
    standsInAt: (personId, date) => standsInAt(organization, personId, date),
    supervisorOf: (body) => byId.get(body.supervisor),
    addressOf: (bodyName, facts) => {
      const body = resolveBody(bodyName, facts);
      return body === undefined ? [] : [body.email];
    },
    counties: () => [
      ...new Set(
        bodies.flatMap(({ kind, county }) => (kind === 'county' && county ? [county] : [])),
      ),
    ],
    units: () => [...units],
    unitNames: () => units.map(({ name }) => name),
    people: () => people,
    modelerRole: (personId) => roles.get(personId),
    operatorRole: (personId) => operatorRoles.get(personId),
    isAdministrator: (personId) => administrators.includes(personId),
  };
}

function isCounterpart(body: Body, name: string, county: string | undefined): boolean {
  return county !== undefined && body.county === county && body.counterpart === name;
}
