import { z } from 'zod';
import { PermanentError } from '../law/errors.ts';
import type { AnyHandler, Handler } from './handler.ts';
import { inWords, oversizedIn } from './oversized.ts';

const { localeError } = z.locales.zhCN();

/**
 * Puts the check of the job's variables before the handler. Unfit variables are a fault of the model, and too large ones
 * one of whoever sent them: an incident, unless the handler has an answer to these itself.
 */
export function defineHandler<Input extends z.ZodType>(handler: Handler<Input>): AnyHandler {
  return {
    type: handler.type,
    run: async (variables, job, deps) => {
      const oversized = oversizedIn(variables);
      if (oversized.length > 0 && handler.takesOversized !== true) {
        throw new PermanentError(
          'oversized-variables',
          `环节 ${job.elementId} 收到过大的变量：${inWords(oversized)}。请在 Operate 中终止本流程实例，再由发起人按表单重新发起。`,
        );
      }
      const seen = (await handler.only?.(variables, job, deps)) ?? variables;
      const parsed = handler.input.safeParse(seen, { error: localeError });
      if (!parsed.success) {
        const problems = parsed.error.issues.map(
          ({ path, message }) => `${path.join('.')}：${message}`,
        );
        throw new PermanentError(
          'bad-variables',
          `环节 ${job.elementId} 的变量不符合要求，请核对模型的输入映射：${problems.join('；')}。`,
        );
      }
      return handler.handle(parsed.data, job, deps, oversized);
    },
  };
}
