import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { file, fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test.concurrent('operations are turned away at the check, and told where they are applied for', async () => {
  const project = await file(world, anApplication({ kind: 'operations' }));
  await project.shown('Task_SupplementMaterials');

  const { problems } = await project.variables();
  expect(problems).toEqual([
    expect.objectContaining({ path: 'kind', message: expect.stringContaining('每年8月底前') }),
  ]);
  // Sent again as it is, it comes back.
  await project.finish('Task_SupplementMaterials', { outcome: 'submit' });
  await project.shown('Task_SupplementMaterials');
});

test.concurrent('operations that came past the check reach no approval', async () => {
  const operations = anApplication({ kind: 'operations', investment: 6000 });
  const project = await fileAt(world, 'Task_OverLimit', operations, { jointReviewOpinions: [] });
  expect(await project.end()).toBe('End_OperationsElsewhere');
});
