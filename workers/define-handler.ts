import { z } from 'zod';
import { PermanentError } from '../law/errors.ts';
import type { AnyHandler, Handler } from './handler.ts';

const { localeError } = z.locales.zhCN();

/** Puts the zod check of the job's variables before the handler. Unfit variables are a fault of the model: an incident. */
export function defineHandler<Input extends z.ZodType>(handler: Handler<Input>): AnyHandler {
  return {
    type: handler.type,
    run: async (variables, job, deps) => {
      const parsed = handler.input.safeParse(variables, { error: localeError });
      if (!parsed.success) {
        const problems = parsed.error.issues.map(
          ({ path, message }) => `${path.join('.')}：${message}`,
        );
        throw new PermanentError(
          'bad-variables',
          `环节 ${job.elementId} 的变量不符合要求，请核对模型的输入映射：${problems.join('；')}。`,
        );
      }
      return handler.handle(parsed.data, job, deps);
    },
  };
}
