import { expect, test } from '@jest/globals';
import { anApplication, XIUSHUI } from './support/application.ts';
import { endOf } from './support/elements.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { patiently } from './support/patiently.ts';
import { file, fileAt, type Project } from './support/project.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';
import { findUserTask } from './support/user-tasks.ts';

const world = useWorld();

const CONFIRM = { outcome: 'submit', confirmed: 'yes' };

/** Starts 撤回申报 as its form in Tasklist does; the answer waits for how that process ended. */
async function askToWithdraw(projectId: string): Promise<{ end: () => Promise<string> }> {
  const { processInstanceKey } = await patiently(() =>
    world.engine.createProcessInstance({
      bpmnProcessId: 'application-withdrawal',
      variables: { projectId, reason: '资金未落实' } as never,
    }),
  );
  return {
    end: () =>
      until(`an end of the withdrawal of ${projectId}`, () =>
        endOf(world.search, processInstanceKey, 'application-withdrawal'),
      ),
  };
}

async function expectGone(
  project: Project,
  step: { processInstanceKey: string; elementInstanceKey: string },
) {
  await until('the task to be taken away', async () => {
    const task = await findUserTask(world.rest, step);
    return task?.state === 'CANCELED' || undefined;
  });
  expect(await world.records.openClocks({ projectId: await project.id() })).toEqual([]);
}

test.concurrent("before acceptance the applicant withdraws: the reviewer's task is gone, both are told", async () => {
  const project = await file(world, anApplication());
  const review = await project.shown('Task_PreliminaryReview');
  const id = await project.id();
  // Typed by hand, in full-width letters and with blanks.
  const withdrawal = await askToWithdraw(` ${id.toLowerCase()} `);
  expect(await project.finish('Task_ConfirmWithdrawal', CONFIRM)).toMatchObject({
    ...{ body: '市教育局', role: 'owner', limitDays: null },
  });

  expect(await project.end()).toBe('End_Withdrawn');
  expect(await withdrawal.end()).toBe('End_Withdrawn');
  await expectGone(project, review);
  const [notice, ...others] = await mailsOf(world, id, 'withdrawn');
  expect(others).toEqual([]);
  expect(notice?.to).toEqual(
    expect.arrayContaining(['bangong@jiujiang.example', 'jiaoyu@jiujiang.example']),
  );
});

test.concurrent('once it is accepted it is too late, and the project goes on', async () => {
  const project = await file(world, anApplication());
  await project.finish('Task_PreliminaryReview', { outcome: 'approve', opinion: '同意' });
  const solutions = await project.shown('Task_PrepareSolutions');
  const id = await project.id();
  const withdrawal = await askToWithdraw(id);
  await project.finish('Task_ConfirmWithdrawal', CONFIRM);

  expect(await withdrawal.end()).toBe('End_WithdrawalTooLate');
  expect(await mailsOf(world, id, 'withdrawal-too-late')).toEqual([
    expect.objectContaining({ to: expect.arrayContaining(['jiaoyu@jiujiang.example']) }),
  ]);
  expect(await mailsOf(world, id, 'withdrawn')).toEqual([]);
  const open = await world.records.openClocks({ projectId: id });
  expect(open).toMatchObject([{ elementInstanceKey: solutions.elementInstanceKey }]);
});

test.concurrent("nobody of another unit withdraws it, and its reviewer's task stays", async () => {
  const project = await file(world, anApplication());
  const review = await project.shown('Task_PreliminaryReview');
  const id = await project.id();
  const withdrawal = await askToWithdraw(id);
  for (const stranger of ['weijian.shen', 'bangong.he']) {
    const confirmed = await project.finish('Task_ConfirmWithdrawal', CONFIRM, { as: stranger });
    expect(confirmed.closeReason).toBe('void');
  }
  await project.shown('Task_ConfirmWithdrawal');
  expect(await project.open('Task_PreliminaryReview')).toMatchObject({
    elementInstanceKey: review.elementInstanceKey,
  });
  expect((await decisionsOf(world, id)).map(({ outcome }) => outcome)).toEqual(['void', 'void']);

  await project.finish('Task_ConfirmWithdrawal', CONFIRM);
  expect(await withdrawal.end()).toBe('End_Withdrawn');
  expect(await project.end()).toBe('End_Withdrawn');
});

test.concurrent('what is being supplemented can be withdrawn too', async () => {
  const project = await file(world, anApplication({ quotes: [] }));
  const supplement = await project.shown('Task_SupplementMaterials');
  const withdrawal = await askToWithdraw(await project.id());
  await project.finish('Task_ConfirmWithdrawal', CONFIRM);

  expect(await withdrawal.end()).toBe('End_Withdrawn');
  expect(await project.end()).toBe('End_Withdrawn');
  await expectGone(project, supplement);
});

test.concurrent.each([
  ['its county has decided', { investment: 100 }, 'Task_CountyDecision'],
  ['its county has checked it', { investment: 200 }, 'Task_CountyReview'],
])("a county's project can be withdrawn until %s", async (_, { investment }, elementId) => {
  const project = await file(world, anApplication({ ...XIUSHUI, investment }));
  const step = await project.shown(elementId);
  const withdrawal = await askToWithdraw(await project.id());
  await project.finish('Task_ConfirmWithdrawal', CONFIRM);

  expect(await withdrawal.end()).toBe('End_Withdrawn');
  expect(await project.end()).toBe('End_CountyWithdrawn');
  await expectGone(project, step);
});

test.concurrent('who thinks better of it withdraws nothing', async () => {
  const project = await fileAt(world, 'Task_PreliminaryReview', anApplication());
  await project.shown('Task_PreliminaryReview');
  const withdrawal = await askToWithdraw(await project.id());
  await project.finish('Task_ConfirmWithdrawal', { outcome: 'submit', confirmed: 'no' });

  expect(await withdrawal.end()).toBe('End_WithdrawalDropped');
  await project.open('Task_PreliminaryReview');
});

test.concurrent('a number nobody was given withdraws nothing', async () => {
  const withdrawal = await askToWithdraw('JJSZ-1999-0001');
  expect(await withdrawal.end()).toBe('End_ProjectNotFound');
});
