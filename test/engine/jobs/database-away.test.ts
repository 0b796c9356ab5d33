import { expect, test } from '@jest/globals';
import pg from 'pg';
import type { GrpcClient } from '../../../engine/connect.ts';
import { POLL_LIMITS, pollJobs } from '../../../engine/jobs/poll.ts';
import { keepPolls } from '../../../engine/jobs/polls.ts';
import type { ActivatedJob } from '../../../engine/jobs/run-job.ts';
import { type Deps, runnerOf } from '../../../workers/handler.ts';
import { openTask } from '../../../workers/open-task/index.ts';
import { aTask } from '../../workers/support/builders.ts';
import { useDeps } from '../../workers/support/use-deps.ts';
import { type Answer, anActivatedJob, fakeCommands, noLog } from '../support.ts';

const use = useDeps();

/** An engine with one job: hands it out, and after a failure again with the tries left, when the test lets it. */
function engineWith(first: ActivatedJob) {
  let job = first;
  const handOuts: (() => void)[] = [];
  const { commands, answers } = fakeCommands();
  const grpc = (): GrpcClient => ({
    ...commands,
    activateJobs: () =>
      new Promise((resolve) => {
        handOuts.push(() => resolve([job]));
      }),
    close: async () => {},
  });
  return {
    grpc,
    answers,
    /** Hands the job out and gives what the worker answers. */
    async handOut(): Promise<Answer> {
      const heard = answers.length;
      while (handOuts.length === 0) await new Promise(setImmediate);
      handOuts.shift()?.();
      while (answers.length === heard) await new Promise(setImmediate);
      const answer = answers.at(-1) as Answer;
      if (answer.command === 'failJob') job = { ...job, retries: Number(answer.retries) };
      return answer;
    },
  };
}

/** The database comes back; the test's own connection too. */
async function restart(): Promise<void> {
  await use.postgres.start();
  use.sql = new pg.Client(use.url);
  use.sql.on('error', () => {});
  await use.sql.connect();
}

function work(engine: { grpc: () => GrpcClient }, deps: Deps) {
  const stop = new AbortController();
  const polls = keepPolls(['open-task']);
  const waits: number[] = [];
  const done = pollJobs(runnerOf(openTask, deps), {
    ...{ engine, polls, log: noLog, signal: stop.signal },
    limits: { ...POLL_LIMITS, longPollMs: 3_600_000 },
    wait: async (ms) => {
      waits.push(ms);
    },
  });
  const end = async () => {
    stop.abort();
    await done;
  };
  return { end, waits };
}

test('a job waits longer each time while the database is away, and is done when it is back', async () => {
  const job = anActivatedJob({ variables: aTask() });
  const engine = engineWith(job);
  const { end, waits } = work(engine, use.deps);
  await use.postgres.stop();
  expect(await engine.handOut()).toMatchObject({
    command: 'failJob',
    retries: 7,
    errorMessage: expect.stringContaining('将自动重试'),
  });
  expect(await engine.handOut()).toMatchObject({ retries: 6 });
  expect(await engine.handOut()).toMatchObject({ retries: 5 });
  expect(waits).toEqual([1000, 2000, 4000]);

  await restart();
  expect(await engine.handOut()).toMatchObject({
    command: 'completeJob',
    variables: { assignee: 'data.zhang' },
  });
  await end();
  expect(await use.records.openClocks({})).toHaveLength(1);
  expect(await use.mails()).toHaveLength(1);
});

test.each([
  ['before', 0],
  ['after', 1],
])('a database that stops %s the clock is kept loses and doubles nothing', async (when, kept) => {
  let stopped = false;
  const records = new Proxy(use.records, {
    get: (target, name) => {
      if (name !== 'openClock' || stopped) return Reflect.get(target, name);
      return async (...args: Parameters<typeof target.openClock>) => {
        stopped = true;
        if (when === 'after') await target.openClock(...args);
        await use.postgres.stop();
        return target.openClock(...args);
      };
    },
  });
  const job = anActivatedJob({ variables: aTask() });
  const engine = engineWith(job);
  const { end } = work(engine, { ...use.deps, records });
  expect(await engine.handOut()).toMatchObject({ command: 'failJob', retries: 7 });

  await restart();
  // The clock and the mail about it: both or neither.
  const clocks = await use.records.openClocks({});
  expect(clocks).toHaveLength(kept);
  expect(await use.mails()).toHaveLength(kept);
  expect(await engine.handOut()).toMatchObject({
    command: 'completeJob',
    variables: clocks[0] ? { assignee: clocks[0].assignee } : { assignee: 'data.zhang' },
  });
  await end();
  expect(await use.records.openClocks({})).toHaveLength(1);
  expect(await use.mails()).toHaveLength(1);
});
