import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { onAnExactSecond } from './support/clock.ts';
import { file, type Project } from './support/project.ts';
import { tasklistOf } from './support/tasklist.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';

// Unless its index is mended, Tasklist's importer stops for good at such a task (camunda/camunda#27237).
const world = useWorld();

test('a task created on an exact second shows in Tasklist, and so does the next one', async () => {
  const tasksOf = await tasklistOf(world, 'bangong.song');
  const firstTask = ({ processInstanceKey }: Project) =>
    until('the task in Tasklist', async () => (await tasksOf(processInstanceKey))[0]);

  const onTheSecond = await onAnExactSecond(world, async () => {
    const project = await file(world, anApplication());
    await project.shown('Task_PreliminaryReview');
    return project;
  });
  const next = await file(world, anApplication());

  expect(await firstTask(onTheSecond)).toMatchObject({
    taskDefinitionId: 'Task_PreliminaryReview',
    creationDate: expect.stringMatching(/:\d\d\.000/),
  });
  expect(await firstTask(next)).toMatchObject({ taskDefinitionId: 'Task_PreliminaryReview' });
});
