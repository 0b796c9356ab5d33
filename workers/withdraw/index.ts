import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Message } from '../../engine/job.ts';
import { readProjectId } from '../../law/project-id.ts';
import { defineHandler } from '../define-handler.ts';
import type { AnyHandler, Deps } from '../handler.ts';

/** The message that ends an application before it is accepted; the models wait for it by the project's id. */
const MESSAGE = 'application-withdrawn';

/**
 * From one step to the next, while its listeners work, nobody waits for the message. All together less than
 * the job's own time.
 */
const PATIENCE = { tries: 10, everyMs: 2000 };

/**
 * Service task 撤回申报: tells the project's process that its applicant withdraws. Returns `withdrawn`: false when
 * nothing waits for that any more.
 *
 * A job that runs again finds nobody waiting because it has been heard the first time. So the wish is kept before
 * the engine is asked, and the process that ends by it (close-project) says so: `withdrawnBy`, sent with the message.
 *
 * @throws Error while what became of an interrupted try cannot be known; the job is then tried again
 */
export function withdrawing(patience: typeof PATIENCE): AnyHandler {
  return defineHandler({
    type: 'withdraw',
    input: z.object({
      projectId: z.unknown().optional(),
      result_Task_ConfirmWithdrawal: z.looseObject({}).nullish().catch(null),
    }),
    handle: async (input, job, deps) => {
      const { records } = deps;
      const { elementInstanceKey: wish } = job;
      const projectId = readProjectId(input.projectId);
      const at = await deps.now();
      const { first, withdrawn: known } = await records.wishWithdrawal(wish, projectId, at);
      if (known !== null) return { withdrawn: known };

      const message = {
        name: MESSAGE,
        correlationKey: projectId,
        variables: { withdrawnBy: wish, withdrawal: input.result_Task_ConfirmWithdrawal ?? null },
      };
      const heard = await tell(message, patience, deps);
      const withdrawn = heard || (await wasWithdrawn());
      await records.settleWithdrawal(wish, withdrawn);
      return { withdrawn };

      async function wasWithdrawn(): Promise<boolean> {
        const fate = await records.withdrawalFate(job);
        // Nobody can have heard a wish that was never told before.
        if (fate !== 'unknown' || first) return fate === 'withdrawn';
        throw new Error(
          `上一次撤回中断，尚不能确认项目 ${projectId} 是否已经撤回。请在 Operate 中查看该项目的申报流程：已经走到“已撤回”的，先处理其中的异常，办结后重试；仍在办理的，待其进入下一环节后重试`,
        );
      }
    },
  });
}

export const withdraw = withdrawing(PATIENCE);

/** Whether anybody hears the message while the project is open; false for sure is only the engine's own answer. */
async function tell(
  message: Message,
  { tries, everyMs }: typeof PATIENCE,
  { correlate, records }: Pick<Deps, 'correlate' | 'records'>,
): Promise<boolean> {
  for (let left = tries; ; left -= 1) {
    if (await correlate(message)) return true;
    const project = await records.project(message.correlationKey);
    if (left <= 1 || !project?.open) return false;
    await pause(everyMs);
  }
}
