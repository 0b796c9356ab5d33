import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import type { GrpcClient } from '../../../engine/connect.ts';
import type { JobRunner } from '../../../engine/job.ts';
import { pollJobs } from '../../../engine/jobs/poll.ts';
import { keepPolls } from '../../../engine/jobs/polls.ts';
import type { ActivatedJob } from '../../../engine/jobs/run-job.ts';
import { anActivatedJob, fakeCommands, grpcError, noLog } from '../support.ts';

type Activate = GrpcClient['activateJobs'];
const never = new Promise<never>(() => {});
const quick = {
  longPollMs: 3_600_000,
  lateMs: 0,
  jobTimeoutMs: 3_600_000,
  mostAtOnce: 2,
  firstPauseMs: 0,
  longestPauseMs: 0,
  firstBusyPauseMs: 0,
  longestBusyPauseMs: 0,
};

/**
 * A poll loop on an engine whose connections answer one after another as `polls` says; a connection used up
 * keeps its last poll open.
 */
function start(
  connections: Activate[][],
  handle: JobRunner['run'],
  limits = {},
  refuse?: Parameters<typeof fakeCommands>[0],
) {
  const stop = new AbortController();
  const requests: Parameters<Activate>[0][] = [];
  const closed: number[] = [];
  const failures: object[] = [];
  let opened = 0;
  const { commands, answers } = fakeCommands(refuse);
  const grpc = (): GrpcClient => {
    const number = opened;
    const polls = connections[number] ?? [];
    opened += 1;
    return {
      ...commands,
      activateJobs: (request) => {
        requests.push(request);
        return (polls.shift() ?? (() => never))(request);
      },
      close: async () => void closed.push(number),
    };
  };
  let time = 0;
  const polls = keepPolls(['probe'], () => time);
  const done = pollJobs(
    { type: 'probe', run: handle },
    {
      engine: { grpc },
      polls,
      log: { ...noLog, warn: (details: object) => failures.push(details) },
      signal: stop.signal,
      limits: { ...quick, ...limits },
    },
  );
  return {
    ...{ answers, requests, closed, failures, polls, done, stop },
    opened: () => opened,
    /** Lets the machine's time pass for the ages. */
    pass: (ms: number) => {
      time += ms;
    },
  };
}

/** Waits until the loop has come so far. */
async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await new Promise(setImmediate);
}

const jobs =
  (...some: ActivatedJob[]): Activate =>
  async () =>
    some;
const fails: Activate = async () => {
  throw grpcError(14, 'UNAVAILABLE');
};
const hangs: Activate = () => never;

test('jobs are fetched, run and answered until the signal comes', async () => {
  const [one, other] = [anActivatedJob(), anActivatedJob()];
  const loop = start([[jobs(one), jobs(other)]], async () => ({ seen: true }));
  await until(() => loop.answers.length === 2);
  expect(loop.answers).toMatchObject([
    { command: 'completeJob', jobKey: one.key, variables: { seen: true } },
    { command: 'completeJob', jobKey: other.key },
  ]);
  expect(loop.requests[0]).toMatchObject({ type: 'probe', requestTimeout: 3_600_000 });
  loop.stop.abort();
  await loop.done;
  expect(loop.closed).toEqual([0]);
});

test("the time of a job is the engine's when it handed the job out", async () => {
  const at = new Date('2031-09-26T23:59:59.999+08:00');
  const job = anActivatedJob({ deadline: String(at.getTime() + quick.jobTimeoutMs) });
  const loop = start([[jobs(job)]], async (_variables, _job, now) => ({ now }));
  await until(() => loop.answers.length === 1);
  expect(loop.answers).toMatchObject([{ variables: { now: at.toISOString() } }]);
  loop.stop.abort();
  await loop.done;
});

describe('a poll that fails', () => {
  test('is followed by another with a new connection, and the old one is closed', async () => {
    const job = anActivatedJob();
    const loop = start([[fails], [fails], [jobs(job)]], async () => ({}));
    await until(() => loop.answers.length === 1);
    expect(loop.opened()).toBe(3);
    expect(loop.closed).toEqual([0, 1]);
    loop.stop.abort();
    await loop.done;
  });

  test('because the engine is busy is followed by another on the same connection', async () => {
    const busy: Activate = async () => {
      throw grpcError(8, 'RESOURCE_EXHAUSTED');
    };
    const loop = start([[busy, busy, jobs(anActivatedJob())]], async () => ({}));
    await until(() => loop.answers.length === 1);
    expect(loop.failures).toHaveLength(2);
    expect(loop.opened()).toBe(1);
    expect(loop.closed).toEqual([]);
    loop.stop.abort();
    await loop.done;
  });

  test('keeps its connection until the jobs that answer through it are done', async () => {
    let finish: () => void = () => {};
    const working = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const loop = start([[jobs(anActivatedJob()), fails]], async () => {
      await working;
      return {};
    });
    await until(() => loop.opened() === 2);
    expect(loop.closed).toEqual([]);
    finish();
    await until(() => loop.closed.length === 1);
    expect(loop.answers).toHaveLength(1);
    loop.stop.abort();
    await loop.done;
  });

  test('is counted from one again after a success', async () => {
    const loop = start([[fails], [fails], [jobs(), fails], [fails]], async () => ({}));
    await until(() => loop.failures.length === 4);
    expect(loop.failures).toMatchObject([
      { failures: 1 },
      { failures: 2 },
      { failures: 1 },
      { failures: 2 },
    ]);
    loop.stop.abort();
    await loop.done;
  });

  test('is waited after, longer each time up to a limit, and the signal ends the waiting', async () => {
    const loop = start([[fails]], async () => ({}), {
      firstPauseMs: 3_600_000,
      longestPauseMs: 3_600_000,
    });
    await until(() => loop.opened() === 2);
    loop.stop.abort();
    await loop.done;
    expect(loop.requests).toHaveLength(1);
  });
});

test('a poll that hangs is given up', async () => {
  const loop = start([[hangs], [jobs(anActivatedJob())]], async () => ({}), { longPollMs: 1 });
  await until(() => loop.answers.length === 1);
  expect(loop.closed).toContain(0);
  loop.stop.abort();
  await loop.done;
});

describe('health', () => {
  test('shows how long ago the last poll succeeded; failures do not count', async () => {
    const open: (() => void)[] = [];
    const waits: Activate = () =>
      new Promise((resolve) => {
        open.push(() => resolve([]));
      });
    const loop = start([[waits, fails], [hangs]], async () => ({}));
    await until(() => open.length === 1);
    loop.pass(7000);
    expect(loop.polls.ages()).toEqual({ probe: 7000 });
    open[0]?.();
    await until(() => loop.opened() === 2);
    loop.pass(500);
    expect(loop.polls.ages()).toEqual({ probe: 500 });
    loop.stop.abort();
    await loop.done;
  });
});

describe('jobs under way', () => {
  test('are finished before it ends', async () => {
    let finish: () => void = () => {};
    let ended = false;
    const loop = start([[jobs(anActivatedJob())]], async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return {};
    });
    await until(() => loop.requests.length === 2);
    void loop.done.then(() => {
      ended = true;
    });
    loop.stop.abort();
    await new Promise(setImmediate);
    expect(ended).toBe(false);
    expect(loop.closed).toEqual([]);
    finish();
    await loop.done;
    expect(loop.answers).toHaveLength(1);
    expect(loop.closed).toEqual([0]);
  });

  test('are never more than it can take', async () => {
    const finishes: (() => void)[] = [];
    const loop = start(
      [[jobs(anActivatedJob()), jobs(anActivatedJob()), jobs(anActivatedJob())]],
      async () => {
        await new Promise<void>((resolve) => finishes.push(resolve));
        return {};
      },
    );
    await until(() => finishes.length === 2);
    expect(loop.requests.map(({ maxJobsToActivate }) => maxJobsToActivate)).toEqual([2, 1]);
    finishes[0]?.();
    await until(() => finishes.length === 3);
    loop.stop.abort();
    for (const finish of finishes) finish();
    await loop.done;
    expect(loop.answers).toHaveLength(3);
  });

  test('that hang make room when the engine hands them out again anyway', async () => {
    let started = 0;
    const loop = start(
      [[jobs(anActivatedJob(), anActivatedJob()), jobs(anActivatedJob())]],
      async () => {
        started += 1;
        return started <= 2 ? never : {};
      },
      { jobTimeoutMs: 1 },
    );
    await until(() => loop.answers.length === 1);
    loop.stop.abort();
    await loop.done;
  });

  test('whose answer is lost do not end the loop', async () => {
    const [lost, heard] = [anActivatedJob(), anActivatedJob()];
    const loop = start(
      [[jobs(lost), jobs(heard)]],
      async () => ({}),
      {},
      ({ jobKey }) => {
        if (jobKey === lost.key) throw grpcError(14, 'UNAVAILABLE');
      },
    );
    await until(() => loop.answers.length === 1);
    expect(loop.answers[0]).toMatchObject({ jobKey: heard.key });
    loop.stop.abort();
    await loop.done;
  });
});

// One that many listen to would warn of a leak that is none (MaxListenersExceededWarning).
test('however many loops hear of one stop, nobody else listens to its signal', async () => {
  const stop = new AbortController();
  const grpc = (): GrpcClient => ({
    ...fakeCommands().commands,
    activateJobs: () => never,
    close: async () => {},
  });
  const loops = Array.from({ length: 12 }, (_, i) =>
    pollJobs(
      { type: `probe-${i}`, run: async () => ({}) },
      {
        ...{ engine: { grpc }, polls: keepPolls([]), log: noLog },
        ...{ signal: stop.signal, limits: quick },
      },
    ),
  );
  await new Promise(setImmediate);
  const listeners = getEventListeners(stop.signal, 'abort');
  stop.abort();
  await Promise.all(loops);
  expect(listeners).toEqual([]);
});
