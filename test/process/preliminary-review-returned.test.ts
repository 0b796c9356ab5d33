import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf } from './support/mail.ts';
import { file } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('the reviewer hands the application back, the applicant corrects it, it is reviewed again', async () => {
  const application = anApplication();
  const project = await file(world, application);
  await project.finish('Task_PreliminaryReview', {
    outcome: 'return',
    ground: '补正材料',
    opinion: '请写明目标',
  });

  const supplement = await project.open('Task_SupplementMaterials');
  expect(supplement.answer.history).toMatchObject([
    { step: '初步审核', outcome: '退回（补正材料）', opinion: '请写明目标' },
  ]);

  const goals = '三年内全部事项网上办理。';
  await project.finish('Task_SupplementMaterials', {
    outcome: 'submit',
    application: { ...application, goals },
  });

  await project.finish('Task_PreliminaryReview', { outcome: 'approve' });
  await project.shown('Task_PrepareSolutions');
  expect(await project.variables()).toMatchObject({ application: { goals } });
  expect(
    (await decisionsOf(world, await project.id())).map(({ element_id, outcome }) => [
      element_id,
      outcome,
    ]),
  ).toEqual([
    ['Task_PreliminaryReview', 'return'],
    ['Task_SupplementMaterials', 'submit'],
    ['Task_PreliminaryReview', 'approve'],
  ]);
});
