import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('a project that fails the appraisal ends before the joint review, and the applicant is told why', async () => {
  const project = await fileAt(world, 'Task_PreliminaryAppraisal', anApplication());
  await project.finish('Task_PreliminaryAppraisal', {
    outcome: 'reject',
    opinion: '技术路线不可行',
  });

  expect(await project.end()).toBe('End_AppraisalFailed');
  const mails = await mailsOf(world, await project.id());
  expect(mails.map(({ purpose }) => purpose)).toEqual(['task-opened', 'appraisal-failed']);
  expect(mails[1]).toMatchObject({
    to: expect.arrayContaining(['jiaoyu@jiujiang.example']),
    text: expect.stringContaining('技术路线不可行'),
  });
});
