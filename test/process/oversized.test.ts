import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { emailOf } from './support/people.ts';
import { file, fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const LARGE = 'x'.repeat(1_100_000);
// Of more bytes than we take, and of fewer than Camunda's importers refuse: those would stand still for all tests.
const LONG_NAME = 'n'.repeat(200);

test.concurrent.each<[string, Record<string, unknown>]>([
  ['a value of more than a million bytes', { opinion: LARGE }],
  ['a name of more than a hundred bytes', { [LONG_NAME]: '1' }],
])('a completion with %s is void, and the step can be done anew', async (_what, more) => {
  const project = await fileAt(world, 'Task_PreliminaryReview', anApplication());
  const first = await project.finish('Task_PreliminaryReview', { outcome: 'approve', ...more });
  expect(first.closeReason).toBe('void');

  const id = await project.id();
  const [decision] = await decisionsOf(world, id);
  expect(decision).toMatchObject({ outcome: 'void', entered: { void: 'oversized' } });
  expect(await mailsOf(world, id, 'void-completion')).toMatchObject([
    { to: [emailOf(first.assignee), emailOf('bangong.cheng')] },
  ]);

  const again = await project.shown('Task_PreliminaryReview');
  expect(again.elementInstanceKey).not.toBe(first.elementInstanceKey);
  const second = await project.finish('Task_PreliminaryReview', {
    ...{ outcome: 'approve', necessary: true, urgent: true },
  });
  expect(second.closeReason).toBe('completed');
});

test.concurrent('an application of more than a million bytes comes back to the applicant', async () => {
  const project = await file(world, anApplication({ goals: LARGE }));
  await project.shown('Task_SupplementMaterials');
  const { problems } = await project.variables();
  expect(problems).toContainEqual(
    expect.objectContaining({ message: expect.stringMatching(/申报内容过大/) }),
  );
  await project.finish('Task_SupplementMaterials', {
    ...{ outcome: 'submit', application: anApplication() },
  });
  await project.open('Task_PreliminaryReview');
});
