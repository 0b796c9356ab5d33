import { Worker } from 'node:worker_threads';
import { z } from 'zod';

const answered = z.object({ answer: z.unknown() });
const withCode = z.object({ code: z.string() });

type Given = {
  script: URL;
  workerData: unknown;
  /** How many questions are worked on at once, each by a thread; further ones wait. */
  most: number;
  longestMs: number;
  /** How large a thread's heap may grow. */
  mostMegabytes: number;
  /** What a question fails with that could not be ended in time, or needed more memory. */
  tooLong: () => Error;
  tooLarge: () => Error;
};

type Job = {
  question: object;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
};
/** A place for one thread; it is started with the first question and anew after one that it could not end. */
type Place = { worker?: Worker | undefined; job?: Job | undefined; late?: NodeJS.Timeout };

/** Threads that answer questions, each one at a time. */
export interface Threads {
  /** Asks; the thread answers `{answer}`. */
  ask(question: object): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Computing beside the server's own thread, which has others to answer. What was made to be slow or to fill the memory
 * ends with its own thread: nobody else's question does, and the server goes on.
 */
export function createThreads({ script, workerData, most, ...limits }: Given): Threads {
  const places: Place[] = Array.from({ length: most }, () => ({}));
  const waiting: Job[] = [];

  function start(place: Place): Worker {
    const started = new Worker(script, {
      execArgv: [],
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.mostMegabytes },
    });
    started.on('message', (message: unknown) => {
      if (place.worker === started) end(place)?.resolve(answered.parse(message).answer);
      next();
    });
    started.on('error', (error) => {
      const code = withCode.safeParse(error).data?.code;
      lose(place, started, code === 'ERR_WORKER_OUT_OF_MEMORY' ? limits.tooLarge() : error);
    });
    started.on('exit', () => lose(place, started, new Error('the thread ended by itself')));
    // Only a question keeps the program alive, not the thread that could answer one.
    started.unref();
    return started;
  }

  function end(place: Place): Job | undefined {
    const { job } = place;
    clearTimeout(place.late);
    place.job = undefined;
    return job;
  }

  function lose(place: Place, lost: Worker, error: unknown): void {
    if (place.worker !== lost) return;
    place.worker = undefined;
    end(place)?.reject(error);
    next();
  }

  function next(): void {
    const free = places.filter(({ job }) => job === undefined);
    // One that has read the models already answers sooner.
    const place = free.find(({ worker }) => worker !== undefined) ?? free[0];
    const job = place && waiting.shift();
    if (place === undefined || job === undefined) return;
    place.worker ??= start(place);
    const { worker } = place;
    place.job = job;
    place.late = setTimeout(() => {
      lose(place, worker, limits.tooLong());
      void worker.terminate();
    }, limits.longestMs);
    worker.postMessage(job.question);
  }

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        waiting.push({ question, resolve, reject });
        next();
      }),
    async close() {
      // Whoever still waits hears of it; a question without an answer would keep the program alive.
      const closed = new Error('the thread was closed before it answered');
      for (const job of waiting.splice(0)) job.reject(closed);
      const workers = places.flatMap(({ worker }) => worker ?? []);
      for (const place of places) if (place.worker) lose(place, place.worker, closed);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
