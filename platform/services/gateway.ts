import { join } from 'node:path';
import { answers, listens } from '../http.ts';
import type { ServiceSpec } from '../processes/service.ts';
import type { Settings } from '../settings/settings.ts';
import { addressesOf } from './addresses.ts';
import { nodeCommand } from './node-program.ts';

/** Where the gateway keeps its pages. */
export function gatewayFolder({ DATA_FOLDER }: Settings): string {
  return join(DATA_FOLDER, 'gateway');
}

/** From what is kept here the passwords of Camunda's accounts are derived. */
export function camundaSecretFile({ DATA_FOLDER }: Settings): string {
  return join(DATA_FOLDER, 'camunda-secret');
}

/** What the gateway is told of its surroundings. */
export type GatewaySurroundings = {
  database: string;
  /** The folder of the models that run. */
  models: string;
  /** The folder of the built pages. */
  client: string;
  /** Whether the web modeler is started. */
  modeler: boolean;
};

/** The one address people use. */
export function gatewayService(
  settings: Settings,
  { database, models, client, modeler }: GatewaySurroundings,
): ServiceSpec {
  const { ports, DATA_FOLDER, GATEWAY_HOST, GATEWAY_TLS_CERT } = settings;
  const { web, rest, management, search, modeler: modelerAddress } = addressesOf(settings);
  return {
    name: 'gateway',
    label: '统一入口',
    ...nodeCommand('gateway/server/main.ts', DATA_FOLDER),
    env: {
      GATEWAY_PORT: String(ports.gateway),
      GATEWAY_HOST,
      GATEWAY_CLIENT: client,
      SESSION_SECRET_FILE: join(DATA_FOLDER, 'session-secret'),
      CAMUNDA_SECRET_FILE: camundaSecretFile(settings),
      DATABASE_URL: database,
      MODELS_FOLDER: models,
      ORGANIZATION_FILE: settings.ORGANIZATION_FILE,
      DEMO_PASSWORD: settings.DEMO_PASSWORD,
      CAMUNDA_WEB_URL: web,
      CAMUNDA_ENGINE_URL: rest,
      CLOCK_URL: management,
      SEARCH_URL: search,
      MODELER_URL: modeler ? modelerAddress : '',
    },
    end: 'SIGTERM',
    endsWithinMs: 15_000,
    readyWithinMs: 120_000,
    isReady: () => gatewayAnswers(ports.gateway, GATEWAY_TLS_CERT !== undefined),
  };
}

/** Of one that speaks TLS no more is asked than that it listens: its certificate is made for another name. */
export function gatewayAnswers(port: number, tls: boolean, timeoutMs?: number): Promise<boolean> {
  return tls ? listens(port) : answers(`http://127.0.0.1:${port}/health`, timeoutMs);
}
