import { expect, test } from '@jest/globals';
import { anApplication, SERVICE } from './support/application.ts';
import { cityIntake, decided, orderOfSteps, PROVINCE, planAndBudgetOf } from './support/decided.ts';
import { goodAnswer } from './support/good-case.ts';
import { file, stage } from './support/project.ts';
import { toTheEnd } from './support/reviewers.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const STEPS = [
  'Task_ChooseProcurementMethod',
  'Task_PublishProcurementNotice',
  'Task_SignProcurementContract',
];
const PROCUREMENT = [...STEPS.map((step) => `${step} 市教育局`), ...planAndBudgetOf('市')];

test.concurrent('equipment of 100 is procured straight away', async () => {
  const project = await file(world, anApplication({ kind: 'equipment', investment: 100 }));
  expect(await toTheEnd(world, project)).toBe('End_Approved');

  expect(await decided(world, project)).toEqual(cityIntake(...PROCUREMENT));
  expect(await project.variables()).toMatchObject({
    route: 'government-procurement',
    result_Task_SignProcurementContract: { contractNumber: 'HT-2032-1', supplier: '甲公司' },
  });
});

test.concurrent('a service of 600 is over the limit: the province first, then the procurement', async () => {
  const project = await file(world, anApplication({ ...SERVICE, investment: 600 }));
  expect(await toTheEnd(world, project)).toBe('End_Approved');

  expect(await decided(world, project)).toEqual(cityIntake(PROVINCE, ...PROCUREMENT));
  const order = await orderOfSteps(world, project);
  expect(
    order.filter((step) => step === 'Task_RecordProvincialReview' || STEPS.includes(step)),
  ).toEqual(['Task_RecordProvincialReview', ...STEPS]);
});

test.concurrent('a failed tender is recorded, and the procurement begins anew', async () => {
  const project = await stage(
    world,
    'government-procurement',
    anApplication({ kind: 'equipment' }),
  );
  const [choose, publish, sign] = STEPS as [string, string, string];
  const first = await project.finish(choose, goodAnswer(choose));
  await project.finish(publish, goodAnswer(publish));
  await project.finish(sign, {
    outcome: 'submit',
    contractSigned: 'no',
    opinion: '有效投标人不足三家',
  });

  const again = await project.open(choose);
  expect(again.elementInstanceKey).not.toBe(first.elementInstanceKey);
});
