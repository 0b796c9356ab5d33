import { z } from 'zod';

const port = z
  .string('请填写端口号')
  .regex(/^\d{1,5}$/, '请填写端口号')
  .transform(Number)
  .refine((value) => value <= 65_535, '端口号不能大于 65535');

const schema = z.object({
  MAILBOX_SMTP_PORT: port,
  MAILBOX_HTTP_PORT: port,
  MAILBOX_FOLDER: z.string('请填写保存邮件的文件夹').min(1, '请填写保存邮件的文件夹'),
});

/** @throws Error that names every bad setting, in Chinese */
export function readSettings(
  environment: Record<string, string | undefined>,
): z.output<typeof schema> {
  const read = schema.safeParse(environment);
  if (read.success) return read.data;
  const lines = read.error.issues.map(({ path, message }) => `  ${path.join('.')}：${message}`);
  throw new Error(`开发邮箱的设置有误：\n${lines.join('\n')}`);
}
