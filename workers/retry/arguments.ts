import { z } from 'zod';

export const HELP = `用法：npm run retry -- <流程实例编号 | 异常编号 | --all | --mails>

排除故障后，让停在异常上的作业重新执行：恢复其重试次数，并解除异常。
“开办”“办结”等监听作业的异常，在 Operate 中点“重试”不起作用，请用本命令。

  <流程实例编号>  该流程实例及其调用的子流程的全部异常（编号见 Operate）
  <异常编号>      只处理这一个异常
  --all           处理全部异常
  --mails         重新投递已经放弃的通知（清单见作业程序的 /health/mails）

另有集群的，先设置 ZEEBE_GRPC_ADDRESS 与 ZEEBE_REST_ADDRESS。`;

/** Arguments that make no sense; the message is one Chinese sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What to try anew: all incidents, those a key means, or the mails that were given up. */
export type Target = 'help' | 'all' | 'mails' | { key: string };

const keySchema = z
  .string()
  .regex(/^[1-9]\d{0,18}$/, {
    error: ({ input }) => `“${input}”不是编号，请填写 Operate 中的流程实例编号或者异常编号。`,
  })
  .transform((key): Target => ({ key }));

const argumentsSchema = z
  .array(z.string())
  .min(1, '请填写流程实例编号、异常编号、--all 或者 --mails，用 --help 查看用法。')
  .max(1, '一次只能填写一个编号，或者只填写 --all、--mails。')
  .transform(([first = '']) => first)
  .pipe(
    z.union([
      z.enum(['--help', '-h']).transform((): Target => 'help'),
      z.literal('--all').transform((): Target => 'all'),
      z.literal('--mails').transform((): Target => 'mails'),
      keySchema,
    ]),
  );

/** What the command was asked. @throws UsageError */
export function retryArguments(args: readonly string[]): Target {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return 'help';
  const read = argumentsSchema.safeParse([...args]);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(
    issue?.code === 'invalid_union'
      ? (keySchema.safeParse(args[0]).error?.issues[0]?.message ?? issue.message)
      : (issue?.message ?? ''),
  );
}
