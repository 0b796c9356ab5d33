import { homedir } from 'node:os';
import { join } from 'node:path';
import { isBlocked } from './blocked-ports.ts';
import { HIGHEST_OPENSEARCH_PORT, HTTP_PORTS, PORT_NAMES, PORTS, type Ports } from './ports.ts';
import { type Environment, environmentSchema } from './schema.ts';

/**
 * A cluster that is already there: nothing of Camunda is started beside it. `web` is undefined where the web modeler
 * is not wanted, because nobody said where the cluster's web applications are.
 */
export type Cluster = { grpc: string; rest: string | undefined; web: ClusterWeb | undefined };

/** Camunda's web applications: their origin, where Operate's pages are, and the OpenSearch behind them. */
export type ClusterWeb = { login: string; operate: string; search: string | undefined };

export type Settings = Omit<Environment, 'CACHE_FOLDER'> & {
  CACHE_FOLDER: string;
  ports: Ports;
  cluster: Cluster | undefined;
};

export type SettingProblem = { key: string; message: string };

/** Thrown with every wrong setting at once; the message is what the person at the terminal reads. */
export class SettingsError extends Error {
  readonly problems: SettingProblem[];

  constructor(problems: SettingProblem[]) {
    const lines = problems.map(({ key, message }) => `  ${key}：${message}`);
    super(['设置有误：', ...lines].join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/**
 * Reads all settings of the launcher from the environment. An empty value counts as not set.
 * @throws SettingsError naming every wrong key with its reason
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map(({ path, message }) => {
        const key = String(path[0]);
        return { key, message: `${message}${isSecret(key) ? '' : `（现为“${given[key]}”）`}` };
      }),
    );
  }
  const env = parsed.data;
  return {
    ...env,
    CACHE_FOLDER: env.CACHE_FOLDER ?? join(cacheHome(env), 'jiujiang-digital-projects'),
    ports: readPorts(env),
    cluster: readCluster(env),
  };
}

/** Values that do not belong on a screen. */
function isSecret(key: string): boolean {
  return key === 'DATABASE_URL' || key === 'DEMO_PASSWORD' || key === 'SMTP_URL';
}

function cacheHome(env: Environment): string {
  return env.XDG_CACHE_HOME ?? join(env.HOME ?? homedir(), '.cache');
}

function readCluster(env: Environment): Cluster | undefined {
  const grpc = env.ZEEBE_GRPC_ADDRESS ?? env.ZEEBE_ADDRESS;
  if (grpc === undefined) return undefined;
  return { grpc, rest: env.ZEEBE_REST_ADDRESS, web: readClusterWeb(env) };
}

function readClusterWeb(env: Environment): ClusterWeb | undefined {
  const { LOGIN_URL: login, ZEEBE_REST_ADDRESS: rest } = env;
  if (login === undefined) return undefined;
  if (rest === undefined) {
    const message = '设置了 LOGIN_URL 时必须填写：模型管理要从引擎的 REST 接口查询在办项目';
    throw new SettingsError([{ key: 'ZEEBE_REST_ADDRESS', message }]);
  }
  return { login, operate: env.OPERATE_URL ?? `${login}/operate`, search: env.SEARCH_URL };
}

/** PORT_OFFSET moves the ports that are not set one by one. */
function readPorts(env: Environment): Ports {
  const ports = Object.fromEntries(
    PORT_NAMES.map((name) => [
      name,
      env[PORTS[name].key] ?? PORTS[name].standard + env.PORT_OFFSET,
    ]),
  ) as Ports;
  const problems = [...outOfRange(ports), ...blocked(ports), ...doubles(ports)];
  if (problems.length > 0) throw new SettingsError(problems);
  return ports;
}

function outOfRange(ports: Ports): SettingProblem[] {
  return PORT_NAMES.filter((name) => {
    const highest = name === 'openSearch' ? HIGHEST_OPENSEARCH_PORT : 65535;
    return ports[name] < 1 || ports[name] > highest;
  }).map((name) => ({
    key: 'PORT_OFFSET',
    message: `加上偏移后 ${PORTS[name].key} 为 ${ports[name]}，超出可用范围`,
  }));
}

function blocked(ports: Ports): SettingProblem[] {
  return HTTP_PORTS.filter((name) => isBlocked(ports[name])).map((name) => ({
    key: PORTS[name].key,
    message: `${ports[name]} 是浏览器和 Node.js 禁止访问的端口，请用 ${PORTS[name].key} 或 PORT_OFFSET 换一个`,
  }));
}

function doubles(ports: Ports): SettingProblem[] {
  return PORT_NAMES.flatMap((name, index) => {
    const other = PORT_NAMES.slice(0, index).find((earlier) => ports[earlier] === ports[name]);
    if (other === undefined) return [];
    return [
      { key: PORTS[name].key, message: `与 ${PORTS[other].key} 使用了同一端口 ${ports[name]}` },
    ];
  });
}
