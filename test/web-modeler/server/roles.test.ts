import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Express } from 'express';
import supertest from 'supertest';
import type { Route } from '../../../site/api/route.ts';
import { sessionRoutes } from '../../../site/api/session.ts';
import { type Right, type Role, signedIn } from '../../../web-modeler/api/rights.ts';
import { routes as ours } from '../../../web-modeler/server/handlers.ts';
import { type Browser, EDITOR, PUBLISHER, READER, useModeler } from './support/modeler.ts';

/** What each operation asks for, told a second time: who changes a right must mean it. */
const NEEDED: Record<string, Right | 'anyone'> = {
  readSession: 'anyone',
  signIn: 'anyone',
  changePassword: 'anyone',
  signOut: 'anyone',
  listModels: 'read',
  listLinks: 'read',
  readModel: 'read',
  saveModel: 'edit',
  readHistory: 'read',
  restoreModel: 'edit',
  checkImport: 'edit',
  readSurroundings: 'read',
  overrule: 'edit',
  revokeOverruling: 'edit',
  readTemplates: 'read',
  listSubmissions: 'read',
  submit: 'edit',
  readSubmission: 'read',
  readImpact: 'read',
  publish: 'publish',
  refuse: 'publish',
  withdraw: 'edit',
  rollBack: 'edit',
  checkMigration: 'publish',
  migrate: 'publish',
  readCoverage: 'read',
  readAudit: 'read',
  listExamples: 'read',
  playScenario: 'edit',
};

/** What each role may do, told a second time too. */
const RIGHTS: Record<Role, (Right | 'anyone')[]> = {
  reader: ['read'],
  editor: ['read', 'edit'],
  publisher: ['read', 'edit', 'publish'],
};

const session: Record<string, Route> = sessionRoutes(signedIn);
const routes = { ...session, ...ours };
const use = useModeler();
const people: Partial<Record<Role, Browser>> = {};
let app: Express;

beforeAll(async () => {
  // Every operation is served; that none of these is ever reached by who may not is what is tested.
  const reached = async (): Promise<never> => {
    throw new Error('reached');
  };
  app = use.app({
    handlers: Object.fromEntries(Object.keys(ours).map((name) => [name, reached])),
  });
  people.reader = await use.signedIn(READER, app);
  people.editor = await use.signedIn(EDITOR, app);
  people.publisher = await use.signedIn(PUBLISHER, app);
});

const closed = Object.entries(NEEDED).filter(([, right]) => right !== 'anyone');

/** Asks for an operation with nothing in it: who may ask is told before what they ask. */
function ask({ agent, token }: Pick<Browser, 'agent' | 'token'>, name: string) {
  const route = routes[name];
  if (route === undefined) throw new Error(`no ${name}`);
  const { method, path } = route;
  return agent[method](path.replace('{id}', '1')).set('x-csrf-token', token);
}

test('the table is that of the API', () => {
  const told = Object.entries(routes).map(([name, { who }]) => [
    name,
    typeof who === 'string' ? who : who.right,
  ]);
  expect(Object.fromEntries(told)).toEqual(NEEDED);
});

describe.each(closed)('%s', (name, right) => {
  test('is closed to who is not signed in', async () => {
    const visitor = { agent: supertest.agent(app), token: '' };
    const { body, status } = await ask(visitor, name);
    expect([status, body.code]).toEqual([401, 'not-signed-in']);
  });

  test.each(['reader', 'editor', 'publisher'] as const)('for a %s', async (role) => {
    const person = people[role];
    if (person === undefined) throw new Error(`no ${role}`);
    const { body, status } = await ask(person, name);
    if (!RIGHTS[role].includes(right)) {
      expect([status, body.code]).toEqual([403, 'not-allowed']);
    } else {
      expect([400, 500]).toContain(status);
    }
  });
});
