import { parseArgs } from 'node:util';
import { z } from 'zod';
import { isDate } from '../../law/calendar/dates.ts';

const OPTIONS = {
  from: { type: 'string' },
  days: { type: 'string' },
  excluded: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

const EXAMPLE = '--from 2025-09-22 --days 20 --excluded 2025-09-26..2025-10-11';
const MOST_DAYS = 10_000;

/** Arguments of the command that make no sense; the message is one Chinese sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const date = (option: string) =>
  z.string({ error: `缺少 ${option},请照此填写:${EXAMPLE}。` }).refine(isDate, {
    error: ({ input }) => `${option} 的“${input}”不是有效日期,请写成 2026-03-02 这样的“年-月-日”。`,
  });

const days = z
  .string({ error: `缺少 --days,请照此填写:${EXAMPLE}。` })
  .regex(/^\d+$/, {
    error: ({ input }) => `--days 的“${input}”不是天数,请填 0 至 ${MOST_DAYS} 的整数。`,
  })
  .transform(Number)
  .refine((value) => value <= MOST_DAYS, {
    error: ({ input }) => `--days 的 ${input} 太大,请填 0 至 ${MOST_DAYS} 的整数。`,
  });

const interval = z
  .string()
  .regex(/^[^.]+\.\.[^.]+$/, {
    error: ({ input }) =>
      `--excluded 的“${input}”不是区间,请写成 2025-09-26..2025-10-11 这样的“起..止”。`,
    abort: true,
  })
  .transform((text) => {
    const [from, to] = text.split('..');
    return { from, to };
  })
  .pipe(z.object({ from: date('--excluded'), to: date('--excluded') }))
  .refine(({ from, to }) => from <= to, {
    error: '--excluded 的起止日期颠倒,请把较早的日期写在前。',
  });

const values = z.object({
  from: date('--from'),
  days,
  excluded: z.array(interval).default([]),
  json: z.boolean().default(false),
});

/** What the command was asked. Throws UsageError. */
export function deadlineArguments(args: readonly string[]): z.infer<typeof values> {
  const parsed = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of parsed.tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      throw new UsageError(`多出了“${token.value}”,请照此填写:${EXAMPLE}。`);
    }
    const { name, rawName, value } = token;
    if (!Object.hasOwn(OPTIONS, name)) {
      throw new UsageError(
        `没有 ${rawName} 这个选项,可用的是 --from、--days、--excluded、--json。`,
      );
    }
    if (name === 'json' ? value !== undefined : value === undefined) {
      throw new UsageError(
        name === 'json' ? '--json 后面不带值,请去掉它。' : `${rawName} 后面缺少值,请补上。`,
      );
    }
    if (name !== 'excluded' && seen.has(name)) {
      throw new UsageError(`${rawName} 只能给一次,请去掉多余的。`);
    }
    seen.add(name);
  }
  const result = values.safeParse(parsed.values);
  if (result.success) return result.data;
  throw new UsageError(result.error.issues[0]?.message ?? result.error.message);
}
