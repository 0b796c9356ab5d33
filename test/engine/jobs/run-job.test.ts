import { describe, expect, test } from '@jest/globals';
import type { JobContext, JobRunner } from '../../../engine/job.ts';
import { backOff, runJob } from '../../../engine/jobs/run-job.ts';
import { BpmnError, PermanentError } from '../../../law/errors.ts';
import { anActivatedJob, fakeCommands, grpcError, noLog } from '../support.ts';

const NOT_FOUND = grpcError(5, 'NOT_FOUND: no such job');
const handedOut = new Date('2031-09-26T01:00:00Z');
const job = anActivatedJob({ variables: { days: 4 } });
const returning = (answer: Record<string, unknown>): JobRunner => ({
  type: 'probe',
  run: async () => answer,
});
const throwing = (error: unknown): JobRunner => ({
  type: 'probe',
  run: async () => {
    throw error;
  },
});

let waits: number[];

/** Runs the job and gives what the engine heard; `waits` is how long it was waited before that. */
async function answersOf(
  handler: JobRunner,
  some = {},
  refuse?: Parameters<typeof fakeCommands>[0],
) {
  const { commands, answers } = fakeCommands(refuse);
  waits = [];
  await runJob({ ...job, ...some }, handler, handedOut, commands, noLog, async (ms) => {
    waits.push(ms);
  });
  return answers;
}

describe('a handler that returns', () => {
  test('completes the job with its variables as plain JSON', async () => {
    const at = new Date('2031-09-26T01:00:00Z');
    expect(await answersOf(returning({ at, none: null, gone: undefined }))).toEqual([
      {
        command: 'completeJob',
        jobKey: job.key,
        variables: { at: '2031-09-26T01:00:00.000Z', none: null },
      },
    ]);
  });

  test('is given the variables, the keys and the time, not the job', async () => {
    let seen: unknown[] = [];
    const handler: JobRunner = {
      type: 'probe',
      run: async (...args) => {
        seen = args;
        return {};
      },
    };
    await answersOf(handler);
    const context: JobContext = {
      jobKey: job.key,
      processId: job.bpmnProcessId,
      processVersion: job.processDefinitionVersion,
      elementId: job.elementId,
      elementInstanceKey: job.elementInstanceKey,
      processInstanceKey: job.processInstanceKey,
    };
    expect(seen).toEqual([{ days: 4 }, context, handedOut]);
  });

  test('is done when the engine no longer knows the job', async () => {
    const handedOutTwice = () => {
      throw NOT_FOUND;
    };
    expect(await answersOf(returning({}), {}, handedOutTwice)).toEqual([]);
  });

  test('is tried again when the engine refuses what it returned', async () => {
    const answers = await answersOf(returning({ big: true }), {}, ({ command }) => {
      if (command === 'completeJob') throw grpcError(8, 'RESOURCE_EXHAUSTED: too large');
    });
    expect(answers).toMatchObject([{ command: 'failJob', retries: 7 }]);
  });
});

describe('a handler that throws', () => {
  test('is tried again later, with one try less and a text for the operator', async () => {
    expect(await answersOf(throwing(new Error('database away')))).toEqual([
      {
        command: 'failJob',
        jobKey: job.key,
        errorMessage: expect.stringMatching(/暂时无法完成，将自动重试.*database away/),
        retries: 7,
        // The engine's own back-off loses jobs.
        retryBackOff: 0,
      },
    ]);
    expect(waits).toEqual([1000]);
  });

  test('a permanent error is an incident at once, with its text and code', async () => {
    const error = new PermanentError(
      'nobody-available',
      '市财政局没有可以承办的人员，请安排代理人后重试。',
    );
    expect(await answersOf(throwing(error))).toEqual([
      {
        command: 'failJob',
        jobKey: job.key,
        errorMessage: '市财政局没有可以承办的人员，请安排代理人后重试。（nobody-available）',
        retries: 0,
        retryBackOff: 0,
      },
    ]);
    expect(waits).toEqual([]);
  });

  test('a BPMN error takes the way the model draws for it', async () => {
    expect(await answersOf(throwing(new BpmnError('REJECTED', '不予批复')))).toEqual([
      {
        command: 'throwError',
        jobKey: job.key,
        errorCode: 'REJECTED',
        errorMessage: '不予批复',
      },
    ]);
  });

  test('what is thrown need not be an error', async () => {
    expect(await answersOf(throwing('plain text'))).toMatchObject([
      { errorMessage: expect.stringContaining('plain text') },
    ]);
  });

  test('the last try makes an incident', async () => {
    expect(await answersOf(throwing(new Error('x')), { retries: 1 })).toMatchObject([
      { retries: 0 },
    ]);
    expect(await answersOf(throwing(new Error('x')), { retries: 0 })).toMatchObject([
      { retries: 0 },
    ]);
  });

  test('is done when the engine no longer knows the job', async () => {
    const cancelled = () => {
      throw NOT_FOUND;
    };
    expect(await answersOf(throwing(new Error('x')), {}, cancelled)).toEqual([]);
  });
});

test('an engine that hears no answer at all is an error for the caller', async () => {
  const away = () => {
    throw grpcError(14, 'UNAVAILABLE');
  };
  await expect(answersOf(returning({}), {}, away)).rejects.toThrow('14 UNAVAILABLE');
});

test('the time until the next try doubles and ends at a minute', () => {
  const waits = [8, 7, 6, 5, 4, 3, 2, 1].map(backOff);
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  expect(backOff(20)).toBe(1000);
});

test('the tries of the models outlast a database that is away for a minute', () => {
  // The last failure makes the incident, so the wait after it does not count.
  const waited = [8, 7, 6, 5, 4, 3, 2].map(backOff).reduce((sum, ms) => sum + ms);
  expect(waited).toBeGreaterThan(120_000);
});
