import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { SOLUTIONS } from './support/good-case.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();
const two = { outcome: 'submit', solutions: SOLUTIONS.slice(0, 2) };

const atSolutions = () => fileAt(world, 'Task_PrepareSolutions', anApplication());

test.concurrent('two solutions without a reason come back to the consultants', async () => {
  const project = await atSolutions();
  const first = await project.finish('Task_PrepareSolutions', { ...two, fewerReason: ' ' });

  const again = await project.open('Task_PrepareSolutions');
  expect(again.elementInstanceKey).not.toBe(first.elementInstanceKey);
  expect(again.body).toBe('咨询机构');
});

test.concurrent('two solutions with a reason, or three, go on to the appraisal', async () => {
  const [few, enough] = await Promise.all([atSolutions(), atSolutions()]);
  await Promise.all([
    few.finish('Task_PrepareSolutions', { ...two, fewerReason: '只有两家具备资质' }),
    enough.finish('Task_PrepareSolutions', { outcome: 'submit', solutions: SOLUTIONS }),
  ]);

  await Promise.all([
    few.open('Task_PreliminaryAppraisal'),
    enough.open('Task_PreliminaryAppraisal'),
  ]);
});
