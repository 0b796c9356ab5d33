import { beforeEach, describe, expect, test } from '@jest/globals';
import type { JobContext, Message } from '../../../engine/job.ts';
import { closeProject } from '../../../workers/close-project/index.ts';
import { withdrawing } from '../../../workers/withdraw/index.ts';
import { aClock, aProceeding } from '../../support/records.ts';
import { aJob } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();
const withdraw = withdrawing({ tries: 3, everyMs: 0 });
const confirmed = { outcome: 'submit', body: '市教育局', signer: 'school.tang' };
const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
let serial = 0;
let project: string;
let projectId: string;
let job: JobContext;
let told: Message[];

/** A wish of another visit to the same step. */
const wish = () => aJob({ processId: 'application-withdrawal', elementId: 'Task_Withdraw' });
const run = (visit = job, typed = projectId) =>
  withdraw.run({ projectId: typed, result_Task_ConfirmWithdrawal: confirmed }, visit, use.deps);
/** The project's process ends, with the variables it has. */
const end = (variables = {}) =>
  closeProject.run(variables, aJob({ processInstanceKey: project }), use.deps);
/** The next message is heard; the one after finds nobody. */
const waitOnce = () => {
  use.waits((message) => told.push(message) === 1);
};
/** The engine hears the message, but its answer is lost: a crash, a broken connection. */
const loseAnswer = () => {
  use.waits((message) => {
    told.push(message);
    if (told.length === 1) throw new Error('socket hang up');
    return false;
  });
};

beforeEach(async () => {
  use.at('2031-09-05T10:00:00+08:00');
  serial += 1;
  project = `withdrawn-${serial}`;
  projectId = await use.records.openProject(aProceeding(project), 2031, facts);
  job = wish();
  told = [];
});

test('the process that waits is told by its project, and who withdrew', async () => {
  waitOnce();
  expect(await run(job, ` ${projectId.toLowerCase()} `)).toEqual({ withdrawn: true });
  expect(told).toEqual([
    {
      name: 'application-withdrawn',
      correlationKey: projectId,
      variables: { withdrawnBy: job.elementInstanceKey, withdrawal: confirmed },
    },
  ]);
});

test('it is too late when nothing waits, whatever is still open or over', async () => {
  expect(await run()).toEqual({ withdrawn: false });
  await end();
  expect(await run(wish())).toEqual({ withdrawn: false });
  expect(await run(wish(), 'JJSZ-2031-9999')).toEqual({ withdrawn: false });
});

describe('between two steps nobody waits for a moment', () => {
  /** Somebody waits from that try on. */
  const waitFrom = (first: number) => {
    use.waits((message) => told.push(message) >= first);
  };

  test('so an open project is told again', async () => {
    waitFrom(3);
    expect(await run()).toEqual({ withdrawn: true });
    expect(told).toHaveLength(3);
  });

  test('but not for ever', async () => {
    waitFrom(4);
    expect(await run()).toEqual({ withdrawn: false });
    expect(told).toHaveLength(3);
  });

  test('and one that is over is told once', async () => {
    waitFrom(9);
    await end();
    expect(await run()).toEqual({ withdrawn: false });
    expect(told).toHaveLength(1);
  });
});

describe('run twice', () => {
  test('it answers the same and tells once', async () => {
    waitOnce();
    await run();
    expect(await run()).toEqual({ withdrawn: true });
    expect(told).toHaveLength(1);
  });

  test('it stays too late, also when somebody waits meanwhile', async () => {
    await run();
    waitOnce();
    expect(await run()).toEqual({ withdrawn: false });
    expect(told).toHaveLength(0);
  });
});

describe('an answer that was lost', () => {
  test('is true when the process ended by this very wish', async () => {
    loseAnswer();
    await expect(run()).rejects.toThrow('socket hang up');
    await end(told[0]?.variables);
    expect(await run()).toEqual({ withdrawn: true });
    expect(await run()).toEqual({ withdrawn: true });
  });

  test('is not guessed while that process has not ended: the job is tried again', async () => {
    loseAnswer();
    await expect(run()).rejects.toThrow('socket hang up');
    await expect(run()).rejects.toThrow('尚不能确认');
    await end(told[0]?.variables);
    expect(await run()).toEqual({ withdrawn: true });
  });

  test('is told again when the first try was not heard', async () => {
    use.waits(() => {
      throw new Error('ECONNREFUSED');
    });
    await expect(run()).rejects.toThrow('ECONNREFUSED');
    waitOnce();
    expect(await run()).toEqual({ withdrawn: true });
  });

  test('is false when the process came to another end', async () => {
    loseAnswer();
    await expect(run()).rejects.toThrow();
    await end({ withdrawnBy: 'somebody else' });
    expect(await run()).toEqual({ withdrawn: false });
  });

  test('is false when the project has gone on to a further step since', async () => {
    loseAnswer();
    await expect(run()).rejects.toThrow();
    const open = (elementInstanceKey: string, openedAt: string, processId = 'stage-budget') =>
      use.records.openClock(
        aClock({
          projectId,
          proceeding: project,
          elementInstanceKey,
          processId,
          openedAt: new Date(openedAt),
        }),
      );
    await open('before', '2031-09-05T09:00:00+08:00');
    await open('just then', '2031-09-05T10:05:00+08:00');
    await open('of a second wish', '2031-09-05T11:00:00+08:00', 'application-withdrawal');
    await expect(run()).rejects.toThrow('尚不能确认');
    await open('later', '2031-09-05T10:15:00+08:00');
    expect(await run()).toEqual({ withdrawn: false });
  });
});

describe('two who withdraw the same project', () => {
  test('have both withdrawn it', async () => {
    waitOnce();
    await run();
    expect(await run(wish())).toEqual({ withdrawn: true });
    await end(told[0]?.variables);
    expect(await run(wish())).toEqual({ withdrawn: true });
  });

  test('know it also when the answer to the first was lost', async () => {
    loseAnswer();
    await expect(run()).rejects.toThrow();
    await end(told[0]?.variables);
    expect(await run(wish())).toEqual({ withdrawn: true });
  });
});

test("a wish of another project's does not end this one as withdrawn", async () => {
  use.waits(() => {
    throw new Error('lost');
  });
  await expect(run(job, 'JJSZ-2031-9999')).rejects.toThrow();
  use.waits(() => false);
  await end({ withdrawnBy: job.elementInstanceKey });
  expect(await run(wish())).toEqual({ withdrawn: false });
  expect(await run(job, 'JJSZ-2031-9999')).toEqual({ withdrawn: false });
});

test('a process that ends with an odd variable ends all the same', async () => {
  expect(await end({ withdrawnBy: { odd: true } })).toEqual({});
  expect(await use.records.project(projectId)).toMatchObject({ open: false });
});
