import { join } from 'node:path';
import { z } from 'zod';

const address = (example: string) =>
  z.url({ protocol: /^https?$/, error: `请填写网址，例如 ${example}` });

const schema = z.object({
  MODELER_PORT: z
    .string()
    .regex(/^\d{1,5}$/, '请填写 0 至 65535 之间的端口号')
    .transform(Number)
    .refine((port) => port <= 65_535, '请填写 0 至 65535 之间的端口号')
    .default(8070),
  // Where requests may come from: loopback unless the modeler has a machine or a container of its own.
  MODELER_HOST: z.string().default('127.0.0.1'),
  MODELER_FOLDER: z.string().default('data/modeler'),
  // The built pages; `client` in MODELER_FOLDER when it is not set.
  MODELER_CLIENT: z.string().optional(),
  // What signs the ids of sessions; whoever serves the same sessions takes the same.
  SESSION_SECRET_FILE: z.string().optional(),
  // A reverse proxy that speaks TLS: how many there are, or their addresses. Without one nothing is believed.
  MODELER_TRUST_PROXY: z
    .string()
    .regex(
      /^([1-9]|loopback|[\da-f.:/]{3,}(, ?[\da-f.:/]{3,})*)$/i,
      '请填写反向代理的层数（如 1）或地址（如 10.0.0.2）',
    )
    .transform((proxy) => (/^\d$/.test(proxy) ? Number(proxy) : proxy))
    .optional(),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: '请填写 PostgreSQL 地址，例如 postgres://用户:口令@主机:5432/库名',
  }),
  MODELS_FOLDER: z.string().default('bpmn'),
  ORGANIZATION_FILE: z.string().default('config/organization.yaml'),
  HOLIDAY_FOLDER: z.string().default('config/holidays'),
  EXAMPLES_FOLDER: z.string().default('config/examples'),
  // The password of everybody who has none of their own yet, for demonstrations; only on loopback.
  DEMO_PASSWORD: z.string().optional(),
  // With a provider at the gateway people sign in there, not here.
  OIDC_ISSUER: z.string().optional(),
  OPERATE_URL: address('http://127.0.0.1:8080/operate').optional(),
  // The OpenSearch behind Tasklist: only there can be seen whether Tasklist has taken in new forms.
  SEARCH_URL: address('http://127.0.0.1:9200').optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: '请填写 debug、info、warn、error、silent 之一',
    })
    .default('info'),
});

export type Config = z.output<typeof schema> & {
  MODELER_CLIENT: string;
  SESSION_SECRET_FILE: string;
};

/**
 * The modeler's own settings; where the engine is comes from the SDK's (ZEEBE_GRPC_ADDRESS, …).
 * A setting left empty counts as not set.
 * @throws Error that names every bad setting and what to do, in Chinese
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.entries(environment).filter(([, value]) => value);
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) {
    const { MODELER_CLIENT, SESSION_SECRET_FILE, ...config } = parsed.data;
    const inFolder = (name: string) => join(config.MODELER_FOLDER, name);
    return {
      ...config,
      MODELER_CLIENT: MODELER_CLIENT ?? inFolder('client'),
      SESSION_SECRET_FILE: SESSION_SECRET_FILE ?? inFolder('session-secret'),
    };
  }
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.')}：${message}`,
  );
  throw new Error(`模型管理程序的设置有误：\n${problems.join('\n')}`);
}
