import { z } from 'zod';
import { PermanentError } from './errors.ts';
import type { AnyHandler, Handler } from './handler.ts';

/** Puts the zod check of the job's variables before the handler. Unfit variables are a fault of the model: an incident. */
export function defineHandler<Input extends z.ZodType>(handler: Handler<Input>): AnyHandler {
  return {
    type: handler.type,
    run: async (variables, job, deps) => {
      const parsed = handler.input.safeParse(variables);
      if (!parsed.success) {
        throw new PermanentError(
          'bad-variables',
          `环节 ${job.elementId} 的变量不符合要求，请核对模型的输入映射：${z.prettifyError(parsed.error)}`,
        );
      }
      return handler.handle(parsed.data, job, deps);
    },
  };
}
