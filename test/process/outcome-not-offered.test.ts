import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { goodAnswer } from './support/good-case.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { stage } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('an approval of a budget that is "submitted" is void: the step opens anew, and is approved', async () => {
  const project = await stage(world, 'stage-budget', anApplication());
  await project.finish('Task_PrepareBudget', goodAnswer('Task_PrepareBudget'));
  const first = await project.finish('Task_ApproveBudget', { outcome: 'submit', opinion: '已办' });

  expect(first.closeReason).toBe('void');
  const again = await project.open('Task_ApproveBudget');
  expect(again.elementInstanceKey).not.toBe(first.elementInstanceKey);
  const id = await project.id();
  expect((await decisionsOf(world, id)).at(-1)).toMatchObject({
    ...{ outcome: 'void', opinion: null, entered: { void: 'not-offered' } },
  });
  expect(await mailsOf(world, id, 'void-completion')).toMatchObject([
    { text: expect.stringContaining('不是本环节可以选择的结论') },
  ]);

  const approved = await project.finish('Task_ApproveBudget', goodAnswer('Task_ApproveBudget'));
  expect(approved.closeReason).toBe('completed');
});
