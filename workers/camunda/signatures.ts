import { setTimeout as pause } from 'node:timers/promises';
import type { JobContext, Signature } from '../handler.ts';
import type { RestClient } from './engine.ts';
import { newestCompletions, notThere, tasksOf, type UserTask } from './user-tasks.ts';

// After a round the index is left to others for so many times as long as the round took.
const EASE = 2;
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
  const waiting = new Set<Waiting>();
  let looking = false;

  async function look(): Promise<void> {
    while (waiting.size > 0) {
      const began = performance.now();
      const round = [...waiting];
      try {
        settle(round, await newestCompletions(rest, round.length));
        const late = round.filter(
          (one) => waiting.has(one) && performance.now() - one.since >= one.aloneAfter,
        );
        for (const one of late) {
          one.aloneAfter *= 2;
          settle([one], await tasksOf(rest, one.task));
        }
      } catch (error) {
        for (const one of round) if (waiting.delete(one)) one.reject(error);
      }
      for (const one of round) if (performance.now() - one.since > withinMs) giveUp(one);
      const took = performance.now() - began;
      if (waiting.size > 0) await pause(Math.max(everyMs, took * EASE));
    }
    looking = false;
  }

  function settle(round: Waiting[], tasks: UserTask[]): void {
    const signed = new Map(tasks.flatMap((task) => signatureIn(task)));
    for (const one of round) {
      const signature = signed.get(one.task.elementInstanceKey);
      if (signature !== undefined && waiting.delete(one)) one.resolve(signature);
    }
  }

  function giveUp(one: Waiting): void {
    if (waiting.delete(one)) one.reject(notThere(one.task));
  }

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.add({ task, since: performance.now(), aloneAfter: aloneAfterMs, resolve, reject });
      if (looking) return;
      looking = true;
      void look();
    });
}

function signatureIn(task: UserTask): [string, Signature][] {
  const { state, completionDate, assignee, elementInstanceKey } = task;
  if (state !== 'COMPLETED' || !completionDate) return [];
  return [[elementInstanceKey, { signer: assignee ?? '', signedAt: new Date(completionDate) }]];
}
