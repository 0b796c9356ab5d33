import { z } from 'zod';
import { wrong } from './messages.ts';

const name = z.string().trim().min(1, '不能为空').max(60, '不能超过 60 个字');
const email = z.email(wrong('不是有效的邮箱地址'));
const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(\.[a-z0-9]+)*$/, wrong('登录名只能用小写字母、数字和点，例如 fagai.li'));
const day = z.iso.date(wrong('不是有效日期，请写成 2026-10-09 这样的“年-月-日”'));

const common = { name, email, supervisor: id };
const reviewing = { ...common, recusalBody: name.optional() };

/** A body that reviews, decides or consults. */
export const bodySchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('city'), ...reviewing }),
    z.strictObject({ kind: z.literal('county'), ...reviewing, county: name, counterpart: name }),
    z.strictObject({ kind: z.literal('leading'), ...reviewing }),
    z.strictObject({ kind: z.literal('consultant'), ...common }),
  ],
  wrong('机构类别 kind 必须是 city、county、leading、consultant 之一'),
);

const unit = {
  ...common,
  type: z.enum(['agency', 'soe'], wrong('单位性质 type 必须是 agency 或 soe')),
};

/** A unit that applies for projects or owns them. */
export const unitSchema = z
  .discriminatedUnion(
    'level',
    [
      z.strictObject({ level: z.literal('city'), ...unit }),
      z.strictObject({ level: z.literal('county'), ...unit, county: name }),
    ],
    wrong('层级 level 必须是 city 或 county'),
  )
  .transform((value) => ({ ...value, kind: 'unit' as const }));

/** `subject`: who the person is to an OpenID Connect provider. */
export const personSchema = z.strictObject({
  ...{ id, name, body: name, position: name, email },
  subject: z.string().trim().min(1, '不能为空').max(255, '不能超过 255 个字').optional(),
});

export const substitutionSchema = z.strictObject({
  absent: id,
  substitute: id,
  from: day,
  to: day,
});

export const modelerSchema = z.strictObject({
  person: id,
  role: z.enum(
    ['reader', 'editor', 'publisher'],
    wrong('角色 role 必须是 reader、editor、publisher 之一'),
  ),
});

export const operatorSchema = z.strictObject({
  person: id,
  role: z.enum(['reader', 'operator'], wrong('角色 role 必须是 reader、operator 之一')),
});

export const administratorSchema = id;

/** config/organization.yaml as it is written. */
export const organizationSchema = z.strictObject({
  office: name,
  bodies: z.array(bodySchema).min(1, '至少要有一个机构'),
  units: z.array(unitSchema).min(1, '至少要有一个单位'),
  people: z.array(personSchema).min(1, '至少要有一个人'),
  substitutes: z.array(substitutionSchema).default([]),
  modelers: z.array(modelerSchema).default([]),
  operators: z.array(operatorSchema).default([]),
  administrators: z.array(administratorSchema).default([]),
});
