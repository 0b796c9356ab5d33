/** Every port the platform listens on (on loopback, unless GATEWAY_HOST says otherwise), with the setting that moves it. */
export const PORTS = {
  gateway: { key: 'GATEWAY_PORT', standard: 8080, purpose: '统一入口' },
  web: { key: 'WEB_PORT', standard: 8081, purpose: 'Tasklist 与 Operate' },
  rest: { key: 'REST_PORT', standard: 8088, purpose: '流程引擎 REST 接口' },
  grpc: { key: 'GRPC_PORT', standard: 26500, purpose: '流程引擎 gRPC 接口' },
  engineCommand: { key: 'ENGINE_COMMAND_PORT', standard: 26501, purpose: '流程引擎内部命令' },
  engineInternal: { key: 'ENGINE_INTERNAL_PORT', standard: 26502, purpose: '流程引擎内部通信' },
  management: { key: 'MANAGEMENT_PORT', standard: 9600, purpose: '流程引擎管理接口' },
  webManagement: { key: 'WEB_MANAGEMENT_PORT', standard: 9601, purpose: 'Web 应用管理接口' },
  webInternal: { key: 'WEB_INTERNAL_PORT', standard: 26503, purpose: 'Web 应用内部通信' },
  openSearch: { key: 'OPENSEARCH_PORT', standard: 7201, purpose: 'OpenSearch' },
  openSearchTransport: {
    key: 'OPENSEARCH_TRANSPORT_PORT',
    standard: 7301,
    purpose: 'OpenSearch 内部通信',
  },
  postgres: { key: 'POSTGRES_PORT', standard: 5433, purpose: 'PostgreSQL' },
  mailbox: { key: 'MAILBOX_HTTP_PORT', standard: 8025, purpose: '开发邮箱页面' },
  smtp: { key: 'MAILBOX_SMTP_PORT', standard: 1025, purpose: '开发邮箱 SMTP' },
  workers: { key: 'WORKERS_HTTP_PORT', standard: 8090, purpose: '作业程序健康检查' },
  modeler: { key: 'MODELER_PORT', standard: 8070, purpose: '模型管理' },
} as const;

export type PortName = keyof typeof PORTS;
export type Ports = Record<PortName, number>;

export const PORT_NAMES = Object.keys(PORTS) as PortName[];

/** OpenSearch's launcher looks for a free port upwards and gives up above this one. */
export const HIGHEST_OPENSEARCH_PORT = 9299;

/** Those that are asked by HTTP, by a browser or by us. */
export const HTTP_PORTS: PortName[] = [
  'gateway',
  'web',
  'rest',
  'management',
  'webManagement',
  'openSearch',
  'mailbox',
  'workers',
  'modeler',
];

type Choice = {
  database: boolean;
  mailbox: boolean;
  workers: boolean;
  modeler?: boolean;
  gateway?: boolean;
};

/** The ports that are listened on when some parts are left out. */
export function portsOf({
  database,
  mailbox,
  workers,
  modeler = false,
  gateway = false,
}: Choice): PortName[] {
  const left: PortName[] = [
    ...(database ? [] : (['postgres'] as const)),
    ...(mailbox ? [] : (['mailbox', 'smtp'] as const)),
    ...(workers ? [] : (['workers'] as const)),
    ...(modeler ? [] : (['modeler'] as const)),
    ...(gateway ? [] : (['gateway'] as const)),
  ];
  return PORT_NAMES.filter((name) => !left.includes(name));
}
