import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: '请填写 PostgreSQL 地址，例如 postgres://用户:口令@主机:5432/库名',
  }),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: '请填写邮件服务器地址，例如 smtp://主机:25' }),
  MAIL_FROM: z.email('请填写发件邮箱').default('no-reply@jiujiang.example'),
  CLOCK_URL: z
    .url({ protocol: /^https?$/, error: '请填写引擎管理地址，例如 http://127.0.0.1:9600' })
    .optional(),
  SEARCH_URL: z
    .url({
      protocol: /^https?$/,
      error: '请填写 Tasklist 所用的 OpenSearch 网址，例如 http://127.0.0.1:9200',
    })
    .optional(),
  ORGANIZATION_FILE: z.string().default('config/organization.yaml'),
  HOLIDAY_FOLDER: z.string().default('config/holidays'),
  MODELS_FOLDER: z.string().default('bpmn'),
  // Who completed a task: as the door has kept it; or, where people reach a cluster's Tasklist by themselves, as the
  // engine's search shows it some seconds later.
  SIGNATURES: z
    .enum(['door', 'search'], { error: '请填写 door（统一入口签署）或 search（从检索中查找）' })
    .default('door'),
  WORKERS_HTTP_PORT: z
    .string()
    .regex(/^\d{1,5}$/, '请填写 0 至 65535 之间的端口号')
    .transform(Number)
    .refine((port) => port <= 65_535, '请填写 0 至 65535 之间的端口号')
    .default(8090),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: '请填写 debug、info、warn、error、silent 之一',
    })
    .default('info'),
});

export type Config = z.output<typeof schema>;

/**
 * The workers' own settings; where the engine is comes from the SDK's (ZEEBE_GRPC_ADDRESS, …).
 * A setting left empty counts as not set.
 * @throws Error that names every bad setting and what to do, in Chinese
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.entries(environment).filter(([, value]) => value);
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.')}：${message}`,
  );
  throw new Error(`作业程序的设置有误：\n${problems.join('\n')}`);
}
