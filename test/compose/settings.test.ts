import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig as readGatewayConfig } from '../../gateway/server/config.ts';
import { readSettings } from '../../platform/index.ts';
import {
  engineSettings,
  sharedSettings,
  webSettings,
} from '../../platform/services/camunda-settings.ts';
import { gatewayService } from '../../platform/services/gateway.ts';
import { readConfig } from '../../web-modeler/server/config.ts';
import { readConfig as readWorkersConfig } from '../../workers/config.ts';

const serviceSchema = z.object({
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  network_mode: z.string().optional(),
  image: z.string(),
  command: z.string().optional(),
  user: z.string(),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  cap_drop: z.array(z.string()),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.array(z.string()),
  restart: z.string(),
  healthcheck: z.object({ test: z.string() }).optional(),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const file = readFileSync('docker-compose.yml', 'utf8');
const { services, networks } = z
  .object({
    services: z.record(z.string(), serviceSchema),
    networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  })
  .parse(parse(file, { merge: true }));
const all = Object.entries(services);
/** They do their work once. */
const ONCE = ['secrets', 'accounts'];

function service(name: string): z.output<typeof serviceSchema> {
  const found = services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
}

/** A value as it is when nobody has said anything in .env but where mail goes. */
function asSet(value: string): string {
  const mail = value.replace(/\$\{SMTP_URL:\?[^}]*\}/, 'smtp://mail:1025');
  return mail.replaceAll(/\$\{\w+(?::-([^}]*))?\}/g, (_, said = '') => String(said));
}

function environmentOf(name: string): Record<string, string> {
  const { environment } = service(name);
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, asSet(value)]));
}

// What must differ: the embedded parts share one machine, the containers one network.
const OWN_TO_THE_LAUNCHER =
  /^(SERVER_|MANAGEMENT_SERVER_|ZEEBE_BROKER_DATA_DIRECTORY|ZEEBE_BROKER_NETWORK_|ZEEBE_BROKER_CLUSTER_|ZEEBE_BROKER_GATEWAY_NETWORK_|ZEEBE_GATEWAY_CLUSTER_|ZEEBE_CLOCK_CONTROLLED)/;
const OWN_TO_COMPOSE = /^(JAVA_TOOL_OPTIONS)$/;

const settings = readSettings({});
const embedded: Record<string, Record<string, string>> = {
  zeebe: engineSettings(settings, 'data'),
  web: webSettings(settings),
};
const names = (from: Record<string, string>, own: RegExp) =>
  Object.keys(from)
    .filter((key) => !own.test(key))
    .sort();

test.each(Object.keys(embedded))('%s has the settings of the embedded launcher', (name) => {
  expect(service(name).env_file).toBe('platform/camunda.env');
  const container = { ...sharedSettings(), ...service(name).environment };
  expect(names(container, OWN_TO_COMPOSE)).toEqual(
    names(embedded[name] ?? {}, OWN_TO_THE_LAUNCHER),
  );
});

test('nothing sets the shared settings a second time', () => {
  const twice = all.flatMap(([, { environment }]) =>
    Object.keys(environment).filter((key) => key in sharedSettings()),
  );
  expect(twice).toEqual([]);
});

test('the two parts of Camunda have one version', () => {
  expect(service('web').image).toBe(service('zeebe').image);
  expect(service('web').image).toMatch(/:8\.6\.\d+$/);
});

test('every image but our own has an exact version', () => {
  const others = new Set(
    all.map(([, { image }]) => image).filter((image) => image !== 'jiujiang-digital-projects'),
  );
  for (const image of others) expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
  expect(readFileSync('Dockerfile', 'utf8')).toMatch(/^FROM node:22\.\d+\.\d+-/m);
});

test('the gateway alone is published, on this machine; the mailbox only where it is asked for', () => {
  const published = all.flatMap(([name, { ports }]) =>
    ports.map((port) => `${name} ${asSet(port)}`),
  );
  expect(published).toEqual(['gateway 127.0.0.1:8080:8080', 'mail 127.0.0.1:8025:8025']);
  expect(service('mail').profiles).toEqual(['mailbox']);
});

test('nothing but the gateway, what sends mail and the mailbox has a way out', () => {
  expect(networks).toEqual({
    camunda: { internal: true },
    records: { internal: true },
    outside: { internal: false },
  });
  const outside = all.filter(([, one]) => one.networks.includes('outside')).map(([name]) => name);
  expect(outside).toEqual(['workers', 'gateway', 'mail']);
  for (const [name, { networks: own, network_mode }] of all) {
    // Without a network named it would be on one that leads out.
    expect([name, own.length > 0 || network_mode === 'none']).toEqual([name, true]);
  }
});

test('Camunda does not reach the records, nor the records Camunda', () => {
  for (const name of ['opensearch', 'zeebe', 'web', 'accounts']) {
    expect(service(name).networks).toEqual(['camunda']);
  }
  expect(service('postgres').networks).toEqual(['records']);
});

test.each(all)('%s is not root, has no capability and cannot get one', (_name, one) => {
  expect(one.user).not.toMatch(/^(0|root)\b/);
  expect(one).toMatchObject({
    privileged: false,
    cap_drop: ['ALL'],
    cap_add: [],
    security_opt: ['no-new-privileges:true'],
  });
});

test('only OpenSearch, which writes into its own folder, has a root that can be written', () => {
  const writable = all.filter(([, { read_only }]) => !read_only).map(([name]) => name);
  expect(writable).toEqual(['opensearch']);
});

test('what goes on is watched and comes back; what is done once is not', () => {
  for (const [name, { restart, healthcheck }] of all) {
    const once = ONCE.includes(name);
    expect([name, restart, healthcheck !== undefined]).toEqual([
      name,
      once ? 'no' : 'unless-stopped',
      !once,
    ]);
  }
});

test('no password stands in the file, has a default or is in the environment', () => {
  const secret = /PASSWORD(?!_FILE)|SECRET(?!_FILE)|TOKEN/;
  const keys = all.flatMap(([, { environment }]) => Object.keys(environment));
  expect(keys.filter((key) => secret.test(key))).toEqual([]);
  for (const [, { environment }] of all) {
    const { DATABASE_URL } = environment;
    if (DATABASE_URL !== undefined) expect(new URL(DATABASE_URL).password).toBe('');
  }
});

test('who reads a secret has those who make it done before', () => {
  const readers = all.filter(
    ([name, { volumes }]) =>
      name !== 'secrets' && volumes.some((one) => one.startsWith('secrets:')),
  );
  for (const [name, { volumes }] of readers) {
    expect(volumes).toContain('secrets:/secrets:ro');
    expect([name, waitsFor(name, 'secrets')]).toEqual([name, true]);
  }
});

/** Whether a service waits for another, itself or by what it waits for. */
function waitsFor(name: string, other: string): boolean {
  return Object.keys(service(name).depends_on).some((one) => one === other || waitsFor(one, other));
}

test('Tasklist and Operate have closed /v2, and their accounts before they start', () => {
  expect(service('web').environment.CAMUNDA_REST_ENABLED).toBe('false');
  expect(service('web').depends_on.accounts?.condition).toBe('service_completed_successfully');
  expect(service('zeebe').environment.CAMUNDA_REST_ENABLED).toBeUndefined();
  expect(service('accounts').environment.CAMUNDA_SECRET_FILE).toBe(
    service('gateway').environment.CAMUNDA_SECRET_FILE,
  );
});

test('the gateway knows its surroundings, and listens where no demo password counts', () => {
  const gateway = readGatewayConfig(environmentOf('gateway'));
  expect(gateway).toMatchObject({
    GATEWAY_PORT: 8080,
    GATEWAY_HOST: '0.0.0.0',
    SEARCH_URL: service('web').environment.CAMUNDA_TASKLIST_OPENSEARCH_URL,
    CAMUNDA_ENGINE_URL: service('web').environment.CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS,
  });
  expect(gateway.DEMO_PASSWORD).toBeUndefined();
  const surroundings = { database: '', models: '', client: '', modeler: true };
  const launched = Object.keys(gatewayService(settings, surroundings).env ?? {});
  const known = Object.keys(service('gateway').environment);
  // A production engine's clock cannot be moved; the organisation is where it is by default.
  const elsewhere = ['GATEWAY_PORT', 'DEMO_PASSWORD', 'CLOCK_URL', 'ORGANIZATION_FILE'];
  expect(launched.filter((key) => !known.includes(key)).sort()).toEqual(elsewhere.sort());
});

test('the modeler takes its settings, and the workers and the gateway use what it has published', () => {
  const modeler = readConfig(environmentOf('modeler'));
  expect(modeler).toMatchObject({
    MODELER_HOST: '0.0.0.0',
    SEARCH_URL: service('web').environment.CAMUNDA_TASKLIST_OPENSEARCH_URL,
    SESSION_SECRET_FILE: service('gateway').environment.SESSION_SECRET_FILE,
  });
  const workers = readWorkersConfig(environmentOf('workers'));
  expect(workers.SEARCH_URL).toBe(modeler.SEARCH_URL);
  const published = `${modeler.MODELER_FOLDER}/published`;
  expect(workers.MODELS_FOLDER).toBe(published);
  expect(readGatewayConfig(environmentOf('gateway')).MODELS_FOLDER).toBe(published);
  expect(service('modeler').volumes).toContain(`models:${modeler.MODELER_FOLDER}`);
  for (const name of ['gateway', 'workers']) {
    expect(service(name).volumes).toContain(`models:${modeler.MODELER_FOLDER}:ro`);
  }
});

test('the pages are built in the image, where the programs look for them', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const { MODELER_CLIENT } = readConfig(environmentOf('modeler'));
  const { GATEWAY_CLIENT } = readGatewayConfig(environmentOf('gateway'));
  expect(dockerfile).toContain(`web-modeler/build-command.ts ${MODELER_CLIENT} `);
  expect(dockerfile).toContain(`gateway/build-command.ts ${GATEWAY_CLIENT}\n`);
});

test('whatever docker-compose.yml lets be set stands in .env.example', () => {
  const example = readFileSync('.env.example', 'utf8');
  const asked = new Set([...file.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name));
  for (const name of asked) expect(example).toMatch(new RegExp(`^#?${name}=`, 'm'));
});
