import { z } from 'zod';
import { type AmountFault, isAmount, readAmount } from './amount.ts';
import { codesOf } from './codes.ts';
import { hasTag, hasUnseen, lengthOf } from './text.ts';

/** How long a text may be, in characters; `lines` allows line breaks. */
export type TextOptions = { max: number; min?: number; lines?: boolean };

/** A text people typed. Absent and empty are the same; `lines` allows line breaks. */
export function text(label: string, { max, min = 1, lines = false }: TextOptions) {
  return z
    .string({ error: `请填写${label}。` })
    .trim()
    .min(1, { error: `请填写${label}。`, abort: true })
    .refine((t) => lengthOf(t) >= min, { error: `${label}过于简单，请写明，不少于${min}个字。` })
    .refine((t) => lengthOf(t) <= max, {
      error: ({ input }) => `${label}有${lengthOf(String(input))}个字，请精简到${max}个字以内。`,
    })
    .refine((t) => !hasTag(t), { error: `${label}中含有网页标签，请改为纯文字。` })
    .refine((t) => !hasUnseen(t, lines), {
      error: `${label}中含有看不见的特殊字符，请删除后重新填写。`,
    });
}

/** The same field, but it may be left empty. */
export function optional<T extends z.ZodType>(field: T) {
  return z.preprocess(emptyIsAbsent, field.optional());
}

/** One code of a table; the message lists the words people read. */
export function choice<T extends Record<string, string>>(label: string, table: T) {
  const error = `请选择${label}：${Object.values(table).join('、')}。`;
  return z.enum(codesOf(table), { error });
}

/** A day, `YYYY-MM-DD`. */
export function day(label: string) {
  const error = `请填写${label}，格式为 2026-08-31。`;
  return z.iso.date({ error });
}

export function flag() {
  return z.preprocess((input) => input ?? false, z.boolean({ error: '请选择“是”或“否”。' }));
}

const AMOUNT_FAULTS: Record<AmountFault, (label: string) => string> = {
  missing: (label) => `请填写${label}，单位万元。`,
  'not-a-number': (label) => `${label}应当用阿拉伯数字填写，单位万元，例如 186.5。`,
  'not-positive': (label) => `${label}应当大于0，请核对。`,
  'too-precise': (label) => `${label}最多保留6位小数，请核对。`,
  'too-large': (label) => `${label}超出可受理的范围，请核对单位是否为万元。`,
};

/** A positive amount in 万元, up to nine digits and six decimals; a number or a numeral. */
export function amount(label: string) {
  return z.unknown().transform((input, context) => {
    const read = readAmount(input);
    if (isAmount(read)) return read.value;
    context.addIssue({ code: 'custom', message: AMOUNT_FAULTS[read](label) });
    return z.NEVER;
  });
}

/** The same, but it may be left out. */
export function optionalAmount(label: string) {
  return z.preprocess(emptyIsAbsent, z.union([z.undefined(), amount(label)]));
}

/** Some codes of a table, or none. */
export function someChoices<T extends Record<string, string>>(label: string, table: T) {
  return z.preprocess(
    (input) => input ?? undefined,
    z.array(choice(label, table), { error: `请勾选${label}。` }).optional(),
  );
}

/** An address on the web. */
export function webAddress(label: string) {
  return z
    .url({ protocol: /^https?$/, error: `${label}应当以 http:// 或 https:// 开头，请核对。` })
    .max(500, `${label}过长，请缩短到500个字符以内。`);
}

export function phone(label: string) {
  return text(label, { max: 20 }).regex(
    /^\+?\d{3,4}[\d -]{3,15}$/,
    `${label}格式不对，请填写手机号或带区号的座机号。`,
  );
}

export function email(label: string) {
  return z.email({ error: `${label}格式不对，请填写可以收到通知的邮箱。` });
}

/** Several facts under one name. */
export function whole<T extends z.ZodRawShape>(shape: T, error: string) {
  return z.object(shape, { error });
}

/** The most rows a list may have. */
export const MOST_ROWS = 50;

/** The rows of a list; an absent list is an empty one, and the rules say which rows are wanted. */
export function rows<T extends z.ZodType>(row: T, label: string) {
  return z.preprocess(
    (input) => input ?? [],
    z
      .array(row, { error: `${label}应当逐条填写。` })
      .max(MOST_ROWS, `${label}最多${MOST_ROWS}条。`),
  );
}

export function emptyIsAbsent(input: unknown): unknown {
  return typeof input === 'string' && input.trim() === '' ? undefined : (input ?? undefined);
}
