import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { emailOf } from './support/people.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const SUPPORT = { outcome: 'support', opinion: '支持' };
const reviewWith = (body: string) =>
  fileAt(world, 'SubProcess_JointReview', anApplication(), {
    result_Task_PreliminaryAppraisal: { invitedBodies: [body] },
  });

test.concurrent("an absent person's task goes to the substitute, who signs on their behalf", async () => {
  const project = await reviewWith('市档案局');
  const task = await project.finish('Task_JointReview', SUPPORT, { body: '市档案局' });

  expect(task).toMatchObject({ assignee: 'shenji.ren', closeReason: 'completed' });
  const id = await project.id();
  expect(await decisionsOf(world, id)).toMatchObject([
    { body: '市档案局', signer: 'shenji.ren', on_behalf_of: 'dangan.shi', outcome: 'support' },
  ]);
  const told = (await mailsOf(world, id, 'task-opened')).flatMap(({ to }) => to);
  expect(told).toContain(emailOf('shenji.ren'));
  expect(told).not.toContain(emailOf('dangan.shi'));
});

test.concurrent('a substitute whose time is over neither gets the task nor may sign it', async () => {
  const project = await reviewWith('市委网信办');
  const task = await project.finish('Task_JointReview', SUPPORT, {
    body: '市委网信办',
    as: 'gongan.jin',
  });

  expect(task).toMatchObject({ assignee: 'wangxin.peng', closeReason: 'void' });
  const again = await project.open('Task_JointReview', '市委网信办');
  expect(again.elementInstanceKey).not.toBe(task.elementInstanceKey);
});
