import { z } from 'zod';

const { localeError } = z.locales.zhCN();
const TYPES: Partial<Record<string, string>> = {
  string: '文字',
  object: '一组“键: 值”',
  array: '列表',
};

/** Says in Chinese what is wrong with the form of an entry. */
export const formError: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return '缺少这一项';
  if (issue.code === 'invalid_type') return `应为${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'unrecognized_keys') return `不认识的键：${issue.keys.join('、')}`;
  return localeError(issue);
};

/** A schema's own sentence for a wrong value; a missing one or one of another type is said by `formError`. */
export function wrong(sentence: string) {
  return {
    error: (issue: { code: string; input: unknown }) =>
      issue.input === undefined || issue.code === 'invalid_type' ? undefined : sentence,
  };
}
