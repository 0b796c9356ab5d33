import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { mailsOf } from './support/mail.ts';
import { file } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

test('everything that is missing is told at once, and the corrected application goes on', async () => {
  const complete = anApplication();
  const project = await file(world, {
    ...complete,
    decisionMeeting: undefined,
    fundingPlan: '',
    reserveId: '',
    quotes: [{ vendor: '甲公司', price: 148 }],
    materials: [{ kind: 'technical-plan', title: '技术方案', parts: ['cryptography'] }],
  });

  const supplement = await project.shown('Task_SupplementMaterials');
  const { problems } = await project.variables();
  expect((problems as { path: string; article: string }[]).map(({ path }) => path)).toEqual(
    expect.arrayContaining(['decisionMeeting', 'fundingPlan', 'reserveId', 'quotes', 'materials']),
  );
  for (const problem of problems as object[]) {
    expect(problem).toEqual({
      path: expect.any(String),
      article: expect.stringMatching(/^第.+条|附件/),
      message: expect.stringMatching(/。$/),
    });
  }
  expect(supplement).toMatchObject({ body: '市教育局', role: 'owner', limitDays: null });

  await project.finish('Task_SupplementMaterials', { outcome: 'submit', application: complete });

  await project.shown('Task_PreliminaryReview');
  expect(await project.variables()).toMatchObject({
    problems: [],
    application: { fundingPlan: complete.fundingPlan, quotes: complete.quotes },
  });
  const told = await mailsOf(world, await project.id(), 'task-opened');
  expect(told.map(({ to }) => to)).toEqual([[expect.stringContaining('@')], [expect.anything()]]);
});
