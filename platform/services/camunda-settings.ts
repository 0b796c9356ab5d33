import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Settings } from '../settings/settings.ts';

const SHARED_FILE = new URL('../camunda.env', import.meta.url);

type Variables = Record<string, string>;

/** What docker-compose.yml and this launcher have in common. */
export function sharedSettings(): Variables {
  return parseEnv(readFileSync(SHARED_FILE, 'utf8')) as Variables;
}

function storage({ ports }: Settings): Variables {
  const url = `http://127.0.0.1:${ports.openSearch}`;
  return {
    CAMUNDA_DATABASE_URL: url,
    CAMUNDA_OPERATE_OPENSEARCH_URL: url,
    CAMUNDA_OPERATE_ZEEBEOPENSEARCH_URL: url,
    CAMUNDA_TASKLIST_OPENSEARCH_URL: url,
    CAMUNDA_TASKLIST_ZEEBEOPENSEARCH_URL: url,
    ZEEBE_BROKER_EXPORTERS_OPENSEARCH_ARGS_URL: url,
  };
}

/** Environment of the engine's process. Everything listens on loopback only. */
export function engineSettings(settings: Settings, dataFolder: string): Variables {
  const { ports } = settings;
  return {
    ...sharedSettings(),
    ...storage(settings),
    SERVER_ADDRESS: '127.0.0.1',
    SERVER_PORT: String(ports.rest),
    MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
    MANAGEMENT_SERVER_PORT: String(ports.management),
    ZEEBE_BROKER_DATA_DIRECTORY: dataFolder,
    ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(ports.engineCommand),
    ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(ports.engineInternal),
    ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS: `127.0.0.1:${ports.engineInternal}`,
    ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(ports.grpc),
    // Development and tests move the clock; a production cluster must not have this.
    ZEEBE_CLOCK_CONTROLLED: 'true',
  };
}

/** Environment of the web applications' process (Tasklist and Operate). */
export function webSettings(settings: Settings): Variables {
  const { ports } = settings;
  const gateway = `127.0.0.1:${ports.grpc}`;
  return {
    ...sharedSettings(),
    ...storage(settings),
    SPRING_PROFILES_ACTIVE: 'operate,tasklist,auth',
    // Left open, whoever is signed in could deploy, complete other people's tasks and take jobs on this port.
    CAMUNDA_REST_ENABLED: 'false',
    SERVER_ADDRESS: '127.0.0.1',
    SERVER_PORT: String(ports.web),
    MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
    MANAGEMENT_SERVER_PORT: String(ports.webManagement),
    // They bring a gateway of their own, which would listen on every address and join whatever it finds at 26502.
    ZEEBE_GATEWAY_CLUSTER_HOST: '127.0.0.1',
    ZEEBE_GATEWAY_CLUSTER_PORT: String(ports.webInternal),
    ZEEBE_GATEWAY_CLUSTER_INITIALCONTACTPOINTS: `127.0.0.1:${ports.engineInternal}`,
    CAMUNDA_OPERATE_ZEEBE_GATEWAYADDRESS: gateway,
    CAMUNDA_TASKLIST_ZEEBE_GATEWAYADDRESS: gateway,
    // Tasklist must complete tasks at the engine's own door: in one process it answers 500 (#21818).
    CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS: `http://127.0.0.1:${ports.rest}`,
  };
}
