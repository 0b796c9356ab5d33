import { z } from 'zod';
import { oidcEnvironment } from '../../site/server/sign-in/oidc-provider.ts';

const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `请填写网址，例如 ${example}` })
    .transform((url) => url.replace(/\/+$/, ''));

const schema = z
  .object({
    GATEWAY_PORT: z
      .string()
      .regex(/^\d{1,5}$/, '请填写 0 至 65535 之间的端口号')
      .transform(Number)
      .refine((port) => port <= 65_535, '请填写 0 至 65535 之间的端口号')
      .default(8080),
    // Where requests may come from: loopback unless people of other machines are to use it.
    GATEWAY_HOST: z.string().default('127.0.0.1'),
    // The built pages.
    GATEWAY_CLIENT: z.string().default('data/gateway/client'),
    // Reverse proxies before it: how many there are, or their addresses. Without one nothing is believed.
    GATEWAY_TRUST_PROXY: z
      .string()
      .regex(
        /^([1-9]|loopback|[\da-f.:/]{3,}(, ?[\da-f.:/]{3,})*)$/i,
        '请填写反向代理的层数（如 1）或地址（如 10.0.0.2）',
      )
      .transform((proxy) => (/^\d$/.test(proxy) ? Number(proxy) : proxy))
      .optional(),
    // PEM files; with both of them it speaks TLS itself.
    GATEWAY_TLS_CERT: z.string().optional(),
    GATEWAY_TLS_KEY: z.string().optional(),
    // What signs the ids of sessions; whoever serves the same sessions takes the same.
    SESSION_SECRET_FILE: z.string().default('data/session-secret'),
    DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: '请填写 PostgreSQL 地址，例如 postgres://用户:口令@主机:5432/库名',
    }),
    MODELS_FOLDER: z.string().default('bpmn'),
    // Camunda's web applications and the engine behind them; without them neither Tasklist nor Operate is offered.
    CAMUNDA_WEB_URL: address('http://127.0.0.1:8081').optional(),
    CAMUNDA_ENGINE_URL: address('http://127.0.0.1:8088').optional(),
    // From what is kept here the passwords of Camunda's accounts are derived; made when it is not there.
    CAMUNDA_SECRET_FILE: z.string().default('data/camunda-secret'),
    // The OpenSearch behind Camunda's web applications: their accounts are kept there.
    SEARCH_URL: address('http://127.0.0.1:9200').optional(),
    // The engine's management, where its clock is controlled.
    CLOCK_URL: address('http://127.0.0.1:9600').optional(),
    MODELER_URL: address('http://127.0.0.1:8070').optional(),
    ...oidcEnvironment,
    // The password of everybody who has none of their own yet, for demonstrations; only on loopback without a proxy.
    DEMO_PASSWORD: z.string().optional(),
    ORGANIZATION_FILE: z.string().default('config/organization.yaml'),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: '请填写 debug、info、warn、error、silent 之一',
      })
      .default('info'),
  })
  .superRefine((config, context) => {
    const { GATEWAY_TLS_CERT: cert, GATEWAY_TLS_KEY: key } = config;
    if ((cert === undefined) === (key === undefined)) return;
    const missing = cert === undefined ? 'GATEWAY_TLS_CERT' : 'GATEWAY_TLS_KEY';
    context.addIssue({
      code: 'custom',
      path: [missing],
      message: '证书和私钥须同时填写，或都不填写',
    });
  });

export type Config = z.output<typeof schema>;

/**
 * The gateway's settings. A setting left empty counts as not set.
 * @throws Error that names every bad setting and what to do, in Chinese
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.entries(environment).filter(([, value]) => value);
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.')}：${message}`,
  );
  throw new Error(`统一入口的设置有误：\n${problems.join('\n')}`);
}
