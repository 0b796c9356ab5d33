import type { Directory } from '../law/directory/index.ts';
import { REGULATION } from '../law/names.ts';
import type { ClusterReady } from './beside-cluster.ts';
import type { Ready } from './ready.ts';

const USUAL_POSITION = '经办人';

/** What the person at the terminal needs to begin: addresses, who can sign in, what to keep in mind. */
export function welcome(ready: Ready, directory: Directory | undefined, password: string): string {
  const addresses: [string, string][] = [
    ['统一入口（请从这里登录）', ready.gateway],
    ['办理任务（Tasklist）', ready.tasklist],
    ['流程监控（Operate）', ready.operate],
    ['模型管理（Web Modeler）', `${ready.gateway}/modeler/`],
    ['开发邮箱', ready.mailbox],
    ['引擎 REST', ready.rest],
    ['引擎 gRPC', ready.grpc],
    ['引擎管理', ready.management],
  ];
  return [
    '',
    '平台已就绪。',
    ...table(addresses),
    '',
    `登录名（口令均为 ${password}；全部人员见 config/organization.yaml）：`,
    ...table(signIns(directory)),
    '',
    ...REMINDERS,
    '按 Ctrl-C 停止，数据会保留；npm run reset 清空数据。',
  ].join('\n');
}

/** The same beside an existing cluster, whose own addresses and users we do not know. */
export function clusterWelcome(ready: ClusterReady): string {
  return [
    '',
    `已连接集群 ${ready.grpc}，本机未启动 Camunda；模型已部署，作业程序已启动。`,
    ready.modeler === undefined
      ? '模型管理没有启动：请用 LOGIN_URL 写明该集群 Tasklist 或 Operate 的网址。'
      : `模型管理 ${ready.modeler}`,
    ...(ready.mailbox === undefined ? [] : [`开发邮箱 ${ready.mailbox}`]),
    ...REMINDERS,
    '按 Ctrl-C 停止。',
  ].join('\n');
}

const REMINDERS = [
  '请注意：',
  `  · ${REGULATION}自身的有效期已于 2026-05-24 届满（第四十五条），期限与额度请按现行规定核对。`,
  '  · Camunda 8.6 的许可只免费用于开发和测试，生产使用须取得 Camunda 许可。',
];

/** One person of every body of the city and every unit; counties have too many to show. */
function signIns(directory: Directory | undefined): [string, string][] {
  const people = (directory?.people() ?? []).filter(
    ({ body }) => directory?.body(body)?.kind !== 'county',
  );
  return [...new Set(people.map(({ body }) => body))].flatMap((body) => {
    const members = people.filter((person) => person.body === body);
    const person = members.find(({ position }) => position === USUAL_POSITION) ?? members[0];
    return person === undefined ? [] : [[`${body} ${person.name}`, person.id]];
  });
}

function table(rows: [string, string][]): string[] {
  const width = Math.max(0, ...rows.map(([name]) => displayWidth(name)));
  return rows.map(
    ([name, value]) => `  ${name}${' '.repeat(width - displayWidth(name) + 2)}${value}`,
  );
}

/** Chinese characters and full-width marks take two columns of a terminal. */
function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
}
