import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../platform/index.ts';
import {
  engineSettings,
  sharedSettings,
  webSettings,
} from '../../platform/services/camunda-settings.ts';
import { readConfig } from '../../web-modeler/server/config.ts';
import { readConfig as readWorkersConfig } from '../../workers/config.ts';

const serviceSchema = z.object({
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  image: z.string().optional(),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const { services } = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }));

// What must differ: the embedded parts share one machine, the containers one network.
const OWN_TO_THE_LAUNCHER =
  /^(SERVER_|MANAGEMENT_SERVER_|ZEEBE_BROKER_DATA_DIRECTORY|ZEEBE_BROKER_NETWORK_|ZEEBE_BROKER_CLUSTER_|ZEEBE_BROKER_GATEWAY_NETWORK_|ZEEBE_GATEWAY_CLUSTER_|ZEEBE_CLOCK_CONTROLLED)/;
const OWN_TO_COMPOSE = /^(JAVA_TOOL_OPTIONS)$/;

const settings = readSettings({});
const embedded: Record<string, Record<string, string>> = {
  zeebe: engineSettings(settings, 'data'),
  operate: webSettings(settings),
  tasklist: webSettings(settings),
};

test.each(Object.keys(embedded))('%s has the settings of the embedded launcher', (name) => {
  const service = services[name];
  expect(service?.env_file).toBe('platform/camunda.env');
  const container = { ...sharedSettings(), ...service?.environment };
  const names = (from: Record<string, string>, own: RegExp) =>
    Object.keys(from)
      .filter((key) => !own.test(key))
      .sort();
  expect(names(container, OWN_TO_COMPOSE)).toEqual(
    names(embedded[name] ?? {}, OWN_TO_THE_LAUNCHER),
  );
});

test('nothing sets the shared settings a second time', () => {
  const twice = Object.values(services).flatMap(({ environment }) =>
    Object.keys(environment).filter((key) => key in sharedSettings()),
  );
  expect(twice).toEqual([]);
});

test('the three parts of Camunda have one version', () => {
  const versions = ['zeebe', 'operate', 'tasklist'].map(
    (name) => services[name]?.image?.split(':')[1],
  );
  expect(new Set(versions).size).toBe(1);
  expect(versions[0]).toMatch(/^8\.6\.\d+$/);
});

test('only pages for people are published, on loopback; no admin port is', () => {
  const published = Object.entries(services).flatMap(([name, { ports }]) =>
    ports.map((port) => `${name} ${port}`),
  );
  expect(published).toEqual([
    'operate 127.0.0.1:8081:8080',
    'tasklist 127.0.0.1:8082:8080',
    'mail 127.0.0.1:8025:8025',
    'modeler 127.0.0.1:8070:8070',
  ]);
});

test('what is signed in to has closed /v2, and has its accounts before it starts', () => {
  for (const name of ['operate', 'tasklist']) {
    expect(services[name]?.environment.CAMUNDA_REST_ENABLED).toBe('false');
    expect(services[name]?.depends_on.accounts?.condition).toBe('service_completed_successfully');
  }
  expect(services.zeebe?.environment.CAMUNDA_REST_ENABLED).toBeUndefined();
});

test('the modeler takes its settings, and the workers use what it has published', () => {
  const modeler = readConfig(services.modeler?.environment ?? {});
  expect(modeler).toMatchObject({
    MODELER_HOST: '0.0.0.0',
    SEARCH_URL: services.tasklist?.environment.CAMUNDA_TASKLIST_OPENSEARCH_URL,
  });
  const { MODELS_FOLDER, SEARCH_URL } = readWorkersConfig(services.workers?.environment ?? {});
  expect(SEARCH_URL).toBe(modeler.SEARCH_URL);
  expect(MODELS_FOLDER).toBe(`${modeler.MODELER_FOLDER}/published`);
  for (const name of ['modeler', 'workers']) {
    expect(services[name]?.volumes.map((volume) => volume.split(':')[1])).toContain(
      modeler.MODELER_FOLDER,
    );
  }
  expect(readFileSync('Dockerfile', 'utf8')).toContain(
    `web-modeler/build-command.ts ${modeler.MODELER_CLIENT} `,
  );
});
