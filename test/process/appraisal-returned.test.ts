import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { SOLUTIONS } from './support/good-case.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('solutions handed back by the appraisal are made again and appraised again', async () => {
  const project = await fileAt(world, 'Task_PreliminaryAppraisal', anApplication());
  await project.finish('Task_PreliminaryAppraisal', {
    outcome: 'return',
    opinion: '请补充云上方案',
  });

  const solutions = await project.open('Task_PrepareSolutions');
  expect(solutions.answer.history).toMatchObject([{ outcome: '退回', opinion: '请补充云上方案' }]);
  await project.finish('Task_PrepareSolutions', { outcome: 'submit', solutions: SOLUTIONS });
  await project.finish('Task_PreliminaryAppraisal', { outcome: 'approve' });

  await project.open('Task_JointReview', '市财政局');
});
