import { expect, test } from '@jest/globals';
import { readSettings } from '../../platform/index.ts';
import { modelerService, ownWeb } from '../../platform/services/modeler.ts';
import { portsOf } from '../../platform/settings/ports.ts';
import { readConfig } from '../../web-modeler/server/config.ts';

const OWN = { database: 'postgres://u:p@127.0.0.1/db', engine: {}, client: '/srv/pages' };
const CLUSTER = {
  ZEEBE_GRPC_ADDRESS: 'grpcs://zeebe.example:443',
  ZEEBE_REST_ADDRESS: 'https://zeebe.example',
  LOGIN_URL: 'https://camunda.example/',
};

test('the modeler’s port is listened on only where the modeler is started', () => {
  const others = { database: true, mailbox: true, workers: true };
  expect(portsOf({ ...others, modeler: true })).toContain('modeler');
  expect(portsOf({ ...others, modeler: false })).not.toContain('modeler');
  expect(portsOf(others)).not.toContain('modeler');
});

test('the launcher gives the modeler settings that it takes', () => {
  const settings = readSettings({ DATA_FOLDER: '/srv/data', PORT_OFFSET: '100' });
  const { env } = modelerService(settings, { ...OWN, web: ownWeb(settings) });
  expect(readConfig(env ?? {})).toMatchObject({
    MODELER_PORT: 8170,
    MODELER_FOLDER: '/srv/data/modeler',
    MODELER_CLIENT: '/srv/pages',
    SESSION_SECRET_FILE: '/srv/data/session-secret',
    DEMO_PASSWORD: 'demo',
    OPERATE_URL: 'http://127.0.0.1:8180/operate',
    SEARCH_URL: 'http://127.0.0.1:7301',
  });
});

test('beside another cluster it is told that one’s Operate and OpenSearch, and no demo password', () => {
  const settings = readSettings({ ...CLUSTER, SEARCH_URL: 'http://search.example:9200' });
  const { web } = settings.cluster ?? {};
  if (web === undefined) throw new Error('no web applications');
  const config = readConfig(modelerService(settings, { ...OWN, web }).env ?? {});
  expect(config.DEMO_PASSWORD).toBeUndefined();
  expect(config).toMatchObject({
    OPERATE_URL: 'https://camunda.example/operate',
    SEARCH_URL: 'http://search.example:9200',
  });
});

test('an OpenSearch nobody named is not looked at', () => {
  const settings = readSettings({ ...CLUSTER, OPERATE_URL: 'https://operate.example' });
  const { web } = settings.cluster ?? {};
  if (web === undefined) throw new Error('no web applications');
  const config = readConfig(modelerService(settings, { ...OWN, web }).env ?? {});
  expect(config.SEARCH_URL).toBeUndefined();
  expect(config.OPERATE_URL).toBe('https://operate.example');
});
