import { z } from 'zod';
import { FIELDS, reading } from './fields.ts';

/**
 * The variable `application` (数字化项目申报表, annex 2), field by field. Amounts are in 万元, days are
 * Asia/Shanghai. What several fields say together is judged by the rules of `check-application`.
 * Use `safeParse`; every issue carries a Chinese message that says what to do.
 */
export const applicationSchema = z.object(reading(FIELDS, 'strict'), {
  error: '没有收到申报内容，请重新填写申报表。',
});

export type Application = z.output<typeof applicationSchema>;
