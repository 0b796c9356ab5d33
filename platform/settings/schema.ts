import { resolve } from 'node:path';
import { z } from 'zod';
import { HIGHEST_OPENSEARCH_PORT, PORT_NAMES, PORTS, type PortName } from './ports.ts';

const PORT_REASON = '应为 1 到 65535 之间的整数';

const whole = (reason: string) =>
  z
    .string()
    .regex(/^-?\d+$/, reason)
    .transform(Number);

const port = whole(PORT_REASON).refine((n) => n >= 1 && n <= 65535, PORT_REASON);

const heap = z
  .string()
  .regex(/^[1-9]\d*[mg]$/i, '应为 JVM 堆大小，例如 768m 或 1g')
  .transform((size) => size.toLowerCase());

const folder = z.string().transform((path) => resolve(path));

const yesNo = z
  .enum(['true', 'false'], '应为 true 或 false')
  .transform((answer) => answer === 'true');

const databaseUrl = z
  .string()
  .refine(
    (url) => /^postgres(ql)?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''),
    '应为 PostgreSQL 连接地址，例如 postgresql://user:password@127.0.0.1:5432/projects',
  );

const webAddress = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `应为网址，例如 ${example}` })
    .transform((url) => url.replace(/\/+$/, ''));

const ports = Object.fromEntries(
  PORT_NAMES.map((name) => [PORTS[name].key, port.optional()]),
) as Record<(typeof PORTS)[PortName]['key'], z.ZodOptional<typeof port>>;

/** The environment as people write it: strings, each checked, none required. */
export const environmentSchema = z.object({
  ...ports,
  OPENSEARCH_PORT: port
    .refine((n) => n <= HIGHEST_OPENSEARCH_PORT, `不得大于 ${HIGHEST_OPENSEARCH_PORT}`)
    .optional(),
  PORT_OFFSET: whole('应为整数').default(0),
  DATA_FOLDER: folder.default(resolve('data')),
  MODELS_FOLDER: folder.default(resolve('bpmn')),
  EXAMPLES_FOLDER: folder.default(resolve('config/examples')),
  ORGANIZATION_FILE: folder.default(resolve('config/organization.yaml')),
  HOLIDAY_FOLDER: folder.default(resolve('config/holidays')),
  CACHE_FOLDER: folder.optional(),
  XDG_CACHE_HOME: z.string().optional(),
  HOME: z.string().optional(),
  CAMUNDA_HOME: folder.optional(),
  OPENSEARCH_HOME: folder.optional(),
  JAVA_HOME: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  ENGINE_HEAP: heap.default('1g'),
  WEB_HEAP: heap.default('1g'),
  OPENSEARCH_HEAP: heap.default('1g'),
  JVM_ARCHIVE: z.enum(['make', 'use', 'off'], '应为 make、use 或 off').default('make'),
  JVM_QUICK: yesNo.default(false),
  DEMO_PASSWORD: z.string().min(1, '不得为空').default('demo'),
  GATEWAY_HOST: z.string().default('127.0.0.1'),
  GATEWAY_TLS_CERT: folder.optional(),
  GATEWAY_TRUST_PROXY: z.string().optional(),
  ZEEBE_GRPC_ADDRESS: z.string().optional(),
  ZEEBE_ADDRESS: z.string().optional(),
  ZEEBE_REST_ADDRESS: z.string().optional(),
  LOGIN_URL: webAddress('http://127.0.0.1:8080').optional(),
  OPERATE_URL: webAddress('http://127.0.0.1:8080/operate').optional(),
  SEARCH_URL: webAddress('http://127.0.0.1:9200').optional(),
  SMTP_URL: z.string().optional(),
  CLOCK_URL: z.string().optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
