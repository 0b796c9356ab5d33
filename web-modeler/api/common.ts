import { z } from 'zod';

/** A commit or a blob of the models' repository. */
export const oid = z
  .string()
  .regex(/^[0-9a-f]{40}$/, '应为 40 位版本号')
  .meta({ id: 'Oid' });

/** A file below the models' folder; cannot leave it. */
export const modelPath = z
  .string()
  .max(200, '路径过长')
  .regex(
    /^[a-z][a-z0-9-]*\/(notices\/|parts\/)?[a-z][a-z0-9-]*\.(bpmn|dmn|form|txt)$/,
    '应为“流程标识/文件名”，只用小写字母、数字和连字符，扩展名为 bpmn、dmn、form，通知为 notices/*.txt，表单的公共部分为 common/parts/*.form',
  )
  .meta({ id: 'ModelPath' });

/** A day in Asia/Shanghai. */
export const day = z.iso.date('应为“年-月-日”，例如 2026-10-09');

export const note = z
  .string()
  .trim()
  .min(1, '请填写修改说明')
  .max(500, '修改说明不得超过 500 个字');

/** The number of the document that orders a change, such as 九数办〔2026〕12号. */
export const documentNumber = z
  .string()
  .trim()
  .max(60, '文号不得超过 60 个字')
  .regex(
    // Plain characters, no flag: the pattern is also OpenAPI's.
    /^[一-鿿]{1,20}[〔[（(]\d{4}[〕\]）)]\d{1,5}号$/,
    '文号应写成“九数办〔2026〕12号”的形式',
  )
  .meta({ id: 'DocumentNumber' });

/** A file's whole text. */
export const source = z.string().max(2_000_000, '文件不得超过 200 万字符');

export const kind = z.enum(['process', 'decision', 'form', 'notice']).meta({ id: 'Kind' });
export type Kind = z.infer<typeof kind>;

export const finding = z
  .object({
    file: z.string(),
    rule: z.string(),
    severity: z.enum(['error', 'warning']),
    /** It says that a model breaks the law: a document may overrule it. */
    legal: z.literal(true).optional(),
    id: z.string().optional(),
    message: z.string(),
    /** The document by which an administrator overruled it; it does not stop publishing then. */
    document: z.string().optional(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;
