import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { emailOf } from './support/people.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const INCOMPLETE = [
  { outcome: 'return', ground: '补正材料' },
  { outcome: 'reject', opinion: ' ' },
  { opinion: '没有结论' },
];

test('a return or a refusal without its reason is void: the step opens anew and its signer is told', async () => {
  await Promise.all(
    INCOMPLETE.map(async (answers) => {
      const project = await fileAt(world, 'Task_PreliminaryReview', anApplication());
      const first = await project.finish('Task_PreliminaryReview', answers);

      const again = await project.open('Task_PreliminaryReview');
      expect(first.closeReason).toBe('void');
      expect(again.elementInstanceKey).not.toBe(first.elementInstanceKey);
      const id = await project.id();
      expect(await decisionsOf(world, id)).toMatchObject([{ outcome: 'void', opinion: null }]);
      expect(await mailsOf(world, id, 'void-completion')).toMatchObject([
        { to: [emailOf(first.assignee)] },
      ]);
    }),
  );
});
