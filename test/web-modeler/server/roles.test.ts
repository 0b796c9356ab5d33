import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Express } from 'express';
import supertest from 'supertest';
import { type RouteName, routes } from '../../../web-modeler/api/index.ts';
import type { Role } from '../../../site/api/route.ts';
import { sessionRoutes } from '../../../site/api/session.ts';
import { type Browser, EDITOR, PUBLISHER, READER, useModeler } from './support/modeler.ts';

/** What each operation asks for, told a second time: who changes a role must mean it. */
const NEEDED: Record<RouteName, Role> = {
  readSession: 'anyone',
  signIn: 'anyone',
  signOut: 'anyone',
  listModels: 'reader',
  listLinks: 'reader',
  readModel: 'reader',
  saveModel: 'editor',
  readHistory: 'reader',
  restoreModel: 'editor',
  checkImport: 'editor',
  readSurroundings: 'reader',
  overrule: 'editor',
  revokeOverruling: 'editor',
  readTemplates: 'reader',
  listSubmissions: 'reader',
  submit: 'editor',
  readSubmission: 'reader',
  readImpact: 'reader',
  publish: 'publisher',
  refuse: 'publisher',
  withdraw: 'editor',
  rollBack: 'editor',
  checkMigration: 'publisher',
  migrate: 'publisher',
  readCoverage: 'reader',
  readAudit: 'reader',
  listExamples: 'reader',
  playScenario: 'reader',
};

const use = useModeler();
const people: Partial<Record<Role, Browser>> = {};
let app: Express;

beforeAll(async () => {
  // Every operation is served; that none of these is ever reached by who may not is what is tested.
  const reached = async (): Promise<never> => {
    throw new Error('reached');
  };
  const names = Object.keys(routes).filter((name) => !(name in sessionRoutes));
  app = use.app({ handlers: Object.fromEntries(names.map((name) => [name, reached])) });
  people.reader = await use.signedIn(READER, app);
  people.editor = await use.signedIn(EDITOR, app);
  people.publisher = await use.signedIn(PUBLISHER, app);
});

const ORDER: Role[] = ['anyone', 'reader', 'editor', 'publisher'];
const names = Object.keys(NEEDED) as RouteName[];
const closed = names.filter((name) => NEEDED[name] !== 'anyone');

/** Asks for an operation with nothing in it: who may ask is told before what they ask. */
function ask({ agent, token }: Pick<Browser, 'agent' | 'token'>, name: RouteName) {
  const { method, path } = routes[name];
  return agent[method](path.replace('{id}', '1')).set('x-csrf-token', token);
}

test('the table is that of the API', () => {
  expect(Object.fromEntries(Object.entries(routes).map(([n, { role }]) => [n, role]))).toEqual(
    NEEDED,
  );
});

describe.each(closed)('%s', (name) => {
  test('is closed to who is not signed in', async () => {
    const visitor = { agent: supertest.agent(app), token: '' };
    const { body, status } = await ask(visitor, name);
    expect([status, body.code]).toEqual([401, 'not-signed-in']);
  });

  test.each(['reader', 'editor', 'publisher'] as const)('for a %s', async (role) => {
    const person = people[role];
    if (person === undefined) throw new Error(`no ${role}`);
    const { body, status } = await ask(person, name);
    if (ORDER.indexOf(role) < ORDER.indexOf(NEEDED[name])) {
      expect([status, body.code]).toEqual([403, 'not-allowed']);
    } else {
      expect([400, 500]).toContain(status);
    }
  });
});
