import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlatformError } from '../../engine/problem.ts';
import { findJava, type Java, OLDEST_JAVA } from '../java/find-java.ts';

const OLDEST_NODE = [20, 19] as const;

type Machine = {
  nodeVersion: string;
  JAVA_HOME?: string | undefined;
  PATH?: string | undefined;
  usualJavaHomes?: string[];
};

export type Prerequisites = { java: Java; maven: string | undefined };

/**
 * Looks for everything the platform needs on this machine.
 * @param fetching whether parts have to be fetched, for which Maven is needed
 * @throws PlatformError naming all that is missing, how to get it, and the ways round
 */
export function checkPrerequisites(machine: Machine, fetching: boolean): Prerequisites {
  const { java, seen } = findJava(machine, machine.usualJavaHomes);
  const maven = findOnPath('mvn', machine.PATH);
  const missing = [
    ...(isOlder(machine.nodeVersion) ? [oldNode(machine.nodeVersion)] : []),
    ...(java === undefined ? [noJava(seen)] : []),
    ...(fetching && maven === undefined ? [NO_MAVEN] : []),
  ];
  if (missing.length > 0 || java === undefined) {
    throw new PlatformError([HEAD, ...missing.map((one) => `  - ${one}`), WAYS_ROUND].join('\n'));
  }
  return { java, maven };
}

const HEAD = '启动平台还缺少：';
const NO_MAVEN =
  'Maven（命令 mvn）：首次启动用它下载 Camunda 与 OpenSearch。Debian/Ubuntu: apt install maven；macOS: brew install maven';
const WAYS_ROUND = `也可以绕开：
  - CAMUNDA_HOME=<已解压的 Camunda 8.6 发行包>：不再下载 Camunda
  - docker compose up：用容器运行全部组件
  - ZEEBE_GRPC_ADDRESS=<地址>（以及 ZEEBE_REST_ADDRESS）：连接已有的 Camunda 8 集群，本机不启动 Camunda`;

function noJava(seen: Java[]): string {
  const found = seen.map(({ home, major }) => `${home}（版本 ${major}）`).join('、');
  const tooOld = found === '' ? '' : `；找到的都太旧：${found}`;
  return `JDK ${OLDEST_JAVA} 或更新版本（建议 25，启动最快）${tooOld}。可从 Adoptium Temurin 安装，或用 JAVA_HOME 指明位置`;
}

function oldNode(version: string): string {
  return `Node.js ${OLDEST_NODE.join('.')} 或更新版本（现为 ${version}）`;
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

function findOnPath(command: string, path = ''): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((file) => existsSync(file));
}
