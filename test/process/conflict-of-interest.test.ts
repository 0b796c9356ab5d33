import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { emailOf, people } from './support/people.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test.concurrent("the applicant's own person cannot review the project", async () => {
  const project = await fileAt(world, 'Task_PreliminaryReview', anApplication());
  await project.finish(
    'Task_PreliminaryReview',
    { outcome: 'approve', opinion: '同意' },
    { as: 'jiaoyu.tang' },
  );

  await project.open('Task_PreliminaryReview');
  const id = await project.id();
  expect(await decisionsOf(world, id)).toMatchObject([
    { signer: 'jiaoyu.tang', outcome: 'void', entered: { void: 'conflict-of-interest' } },
  ]);
  expect(await mailsOf(world, id, 'void-completion')).toMatchObject([
    {
      to: [emailOf('jiaoyu.tang'), emailOf('bangong.cheng')],
      text: expect.stringContaining('应当回避'),
    },
  ]);
});

test.concurrent('a body that applies itself is reviewed by the one named for its recusal', async () => {
  const own = { applicantUnit: '市发改委', ownerUnit: '市发改委' };
  const project = await fileAt(world, 'SubProcess_JointReview', anApplication(own));
  const opinion = { outcome: 'support', opinion: '支持' };

  const task = await project.open('Task_JointReview', '市发改委');
  expect(people().person(task.assignee)?.body).toBe('市财政局');
  const forged = await project.finish('Task_JointReview', opinion, {
    body: '市发改委',
    as: 'fagai.chen',
  });
  expect(forged.closeReason).toBe('void');
  const counted = await project.finish('Task_JointReview', opinion, { body: '市发改委' });
  expect(counted.closeReason).toBe('completed');
});
