import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf } from './support/mail.ts';
import { type Project, stage } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const ASK = {
  ...{ outcome: 'extend', opinion: '供应商报价推迟' },
  ...{ extensionDays: 8, extensionDocument: '九教〔2032〕7号' },
};
const GRANT = { outcome: 'approve', opinion: '同意', grantedDays: 5 };

const budget = () => stage(world, 'stage-budget', anApplication());

/** What the open step of the owner knows of its limit. */
async function limitOf(project: Project) {
  const { limitDays, extendedBy } = await project.open('Task_PrepareBudget');
  return { limitDays, extendedBy };
}

test.concurrent('the owner asks with reason and document; the body the file goes to grants fewer days', async () => {
  const project = await budget();
  await project.finish('Task_PrepareBudget', ASK);
  const decision = await project.finish('Task_DecideExtension', GRANT);
  expect(decision).toMatchObject({ body: '市财政局', role: 'reviewer', limitDays: null });
  expect(decision.answer.history).toMatchObject([
    {
      step: '编制项目预算',
      outcome: '申请延期（8个工作日，九教〔2032〕7号）',
      opinion: '供应商报价推迟',
    },
  ]);

  expect(await limitOf(project)).toEqual({ limitDays: 15, extendedBy: 5 });
  expect(await decisionsOf(world, await project.id())).toMatchObject([
    { outcome: 'extend', entered: { extensionDays: 8, extensionDocument: '九教〔2032〕7号' } },
    { outcome: 'approve', entered: { grantedDays: 5 } },
  ]);
});

test.concurrent('a request that is refused lengthens nothing and ends nothing', async () => {
  const project = await budget();
  await project.finish('Task_PrepareBudget', ASK);
  await project.finish('Task_DecideExtension', { outcome: 'reject', opinion: '理由不充分' });

  expect(await limitOf(project)).toEqual({ limitDays: 15, extendedBy: 0 });
  await project.finish('Task_PrepareBudget', { outcome: 'submit', budgetAmount: 149 });
  await project.open('Task_ApproveBudget');
});

test.concurrent.each([
  ['without a reason', { opinion: ' ' }],
  ['without a document', { extensionDocument: null }],
  ['for no days', { extensionDays: 0 }],
])('a request %s is void', async (_, differs) => {
  const project = await budget();
  const first = await project.finish('Task_PrepareBudget', { ...ASK, ...differs });
  expect(first.closeReason).toBe('void');
  expect(await limitOf(project)).toEqual({ limitDays: 15, extendedBy: 0 });
});

test.concurrent('nobody grants it to themselves, nor without saying how many days', async () => {
  const project = await budget();
  await project.finish('Task_PrepareBudget', ASK);
  await project.finish('Task_DecideExtension', GRANT, { as: 'jiaoyu.tang' });
  const own = await project.finish('Task_DecideExtension', { outcome: 'approve', opinion: '同意' });
  expect(own.closeReason).toBe('void');
  await project.finish('Task_DecideExtension', GRANT);

  expect(await limitOf(project)).toEqual({ limitDays: 15, extendedBy: 5 });
  const outcomes = (await decisionsOf(world, await project.id())).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['extend', 'void', 'void', 'approve']);
});
