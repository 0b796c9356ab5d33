import { setTimeout as pause } from 'node:timers/promises';
import { completionsOf } from './completions.ts';
import type { RestClient } from './connect.ts';
import type { JobContext, Signature } from './job.ts';
import { notThere } from './user-tasks.ts';

// After a round the index is left to others for so many times as long as the round took.
const EASE = 2;
// So that many late ones do not keep the round from the others.
const ALONE_IN_A_ROUND = 5;
const PATIENCE = { withinMs: 30_000, everyMs: 150, aloneAfterMs: 2000 };

type Waiting = {
  task: JobContext;
  since: number;
  /** When it is next asked for by itself, in milliseconds since `since`. */
  aloneAfter: number;
  resolve: (signature: Signature) => void;
  reject: (error: unknown) => void;
};

/**
 * Answers who signed a completed task and when, by the engine's clock. The search index lags by about a second:
 * polled until it is there. All that wait are looked for together among the newest completions, so that a busy
 * hour costs the index one question a round and not one a task; who is not among them is asked for alone, less often
 * the longer it takes. An index that answers slowly is then left to others for twice as long as it took.
 * The answer is an Error when it is not there in time; the job is then tried again.
 */
export function signatures(
  rest: RestClient,
  { withinMs, everyMs, aloneAfterMs } = PATIENCE,
): (task: JobContext) => Promise<Signature> {
  const completions = completionsOf(rest);
  const waiting = new Set<Waiting>();
  let looking = false;

  async function look(): Promise<void> {
    while (waiting.size > 0) {
      const began = performance.now();
      const round = [...waiting];
      try {
        await completions.readNewest();
        settle();
        const late = round.filter((one) => waiting.has(one) && began - one.since >= one.aloneAfter);
        for (const one of late.slice(0, ALONE_IN_A_ROUND)) {
          one.aloneAfter *= 2;
          await completions.readInstanceOf(one.task);
        }
        settle();
      } catch (error) {
        for (const one of round) if (waiting.delete(one)) one.reject(error);
      }
      for (const one of round) if (performance.now() - one.since > withinMs) giveUp(one);
      const took = performance.now() - began;
      if (waiting.size > 0) await pause(Math.max(everyMs, took * EASE));
    }
    looking = false;
  }

  function settle(): void {
    for (const one of waiting) {
      const signature = completions.signatureOf(one.task);
      if (signature !== undefined && waiting.delete(one)) one.resolve(signature);
    }
  }

  function giveUp(one: Waiting): void {
    if (waiting.delete(one)) one.reject(notThere(one.task));
  }

  return async (task) => {
    const known = completions.signatureOf(task);
    if (known !== undefined) return known;
    return new Promise((resolve, reject) => {
      waiting.add({ task, since: performance.now(), aloneAfter: aloneAfterMs, resolve, reject });
      if (looking) return;
      looking = true;
      void look();
    });
  };
}
