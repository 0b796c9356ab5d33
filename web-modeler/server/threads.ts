import { Worker } from 'node:worker_threads';
import { z } from 'zod';

const numbered = z.object({ id: z.number(), answer: z.unknown() });
type Waiting = { resolve: (answer: unknown) => void; reject: (error: unknown) => void };

type Given = {
  script: URL;
  workerData: unknown;
  longestMs: number;
  /** What a question fails with that the thread could not end in time. */
  tooLong: () => Error;
};

/** A thread that answers questions. */
export interface Thread {
  /** Asks with a number put to the question; the thread answers `{id, answer}`. */
  ask(question: object): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Computing beside the server's own thread, which has others to answer. The thread starts with the first question, and
 * anew after one it could not end: what was made to be slow must not stop everybody.
 */
export function createThread({ script, workerData, longestMs, tooLong }: Given): Thread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(script, { execArgv: [], workerData });
    started.on('message', (message: unknown) => {
      const { id, answer } = numbered.parse(message);
      const asked = waiting.get(id);
      waiting.delete(id);
      asked?.resolve(answer);
    });
    started.on('error', (error) => giveUp(started, error));
    // Only a question keeps the program alive, not the thread that could answer one.
    started.unref();
    return started;
  }

  function giveUp(ended: Worker, error: unknown): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  }

  return {
    ask(question) {
      worker ??= start();
      const asked = worker;
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          giveUp(asked, tooLong());
          void asked.terminate();
        }, longestMs);
        const done =
          <T>(end: (value: T) => void) =>
          (value: T) => {
            clearTimeout(late);
            end(value);
          };
        waiting.set(id, { resolve: done(resolve), reject: done(reject) });
        asked.postMessage({ ...question, id });
      });
    },
    async close() {
      const ended = worker;
      if (ended === undefined) return;
      // Whoever still waits hears of it; a question without an answer would keep the program alive.
      giveUp(ended, new Error('the thread was closed before it answered'));
      await ended.terminate();
    },
  };
}
