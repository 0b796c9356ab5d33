import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { onAnExactSecond } from './support/clock.ts';
import { enter } from './support/door.ts';
import { file, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

// Unless its index is mended, Tasklist's importer stops for good at such a task (camunda/camunda#27237).
const world = useWorld();

test('a task created on an exact second shows in Tasklist, and so does the next one', async () => {
  const { task } = await enter(world, 'bangong.song');
  const firstTask = ({ processInstanceKey }: Project) =>
    task(processInstanceKey, 'Task_PreliminaryReview');

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
