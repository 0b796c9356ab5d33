import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url('请填写 PostgreSQL 地址，例如 postgres://用户:口令@主机:5432/库名'),
  SMTP_URL: z.url('请填写邮件服务器地址，例如 smtp://主机:25'),
  MAIL_FROM: z.email('请填写发件邮箱').default('no-reply@jiujiang.example'),
  CLOCK_URL: z.url('请填写引擎管理地址，例如 http://127.0.0.1:9600').optional(),
  ORGANIZATION_FILE: z.string().default('config/organization.yaml'),
  HOLIDAY_FOLDER: z.string().default('config/holidays'),
  MODELS_FOLDER: z.string().default('bpmn'),
  WORKERS_HTTP_PORT: z.coerce.number('请填写端口号').int().min(0).max(65_535).default(8090),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = z.output<typeof schema>;

/**
 * The workers' own settings; where the engine is comes from the SDK's (ZEEBE_GRPC_ADDRESS, …).
 * @throws Error that names every bad setting and what to do, in Chinese
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}：${message}`);
  throw new Error(`作业程序的设置有误：\n${problems.join('\n')}`);
}
