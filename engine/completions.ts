import type { RestClient } from './connect.ts';
import type { JobContext, Signature } from './job.ts';
import { newestCompletions, tasksOf, type UserTask } from './user-tasks.ts';

// More than usually complete between two looks.
const PAGE = 50;
const MOST_PAGES = 20;
/** More than are read at once. Of a completed task nothing changes any more. */
const KEPT = 5 * MOST_PAGES * PAGE;

/** What the search has shown of completed user tasks so far. */
export type Completions = {
  /** Who signed the task; undefined while the search has not shown it. */
  signatureOf(task: JobContext): Signature | undefined;
  /**
   * Asks for the newest completions, and on until it comes to those it knows: however many complete at one moment,
   * none is passed over.
   */
  readNewest(): Promise<void>;
  /** Asks for the tasks of this one's process instance: also an old one is among them. */
  readInstanceOf(task: JobContext): Promise<void>;
};

/** The completions that the search of this engine shows, each asked for once. */
export function completionsOf(rest: RestClient): Completions {
  const kept = new Map<string, Signature>();

  /** @returns whether one of the tasks was known before */
  function keep(tasks: UserTask[]): boolean {
    const signed = tasks.flatMap(signatureIn);
    const known = signed.some(([key]) => kept.has(key));
    for (const [key, signature] of signed) kept.set(key, signature);
    for (const key of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(key);
    }
    return known;
  }

  return {
    signatureOf: ({ elementInstanceKey }) => kept.get(elementInstanceKey),
    async readNewest() {
      // Who begins has met nothing yet, and all that ever completed is not wanted.
      const pages = kept.size === 0 ? 1 : MOST_PAGES;
      for (let page = 0; page < pages; page += 1) {
        const tasks = await newestCompletions(rest, { from: page * PAGE, limit: PAGE });
        if (keep(tasks) || tasks.length < PAGE) return;
      }
    },
    async readInstanceOf(task) {
      keep(await tasksOf(rest, task));
    },
  };
}

function signatureIn(task: UserTask): [string, Signature][] {
  const { state, completionDate, assignee, elementInstanceKey } = task;
  if (state !== 'COMPLETED' || !completionDate) return [];
  return [[elementInstanceKey, { signer: assignee ?? '', signedAt: new Date(completionDate) }]];
}
