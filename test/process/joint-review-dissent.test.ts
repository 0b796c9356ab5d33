import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { mailsOf } from './support/mail.ts';
import { fileAt } from './support/project.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const OPINIONS = {
  市数据管理部门: { outcome: 'support', opinion: null },
  市发改委: { outcome: 'support', opinion: '同意立项', funds: '市级财政' },
  市财政局: { outcome: 'object', opinion: '资金来源不落实' },
  市国资委: { outcome: 'support-with-changes', opinion: '压减硬件', timing: '分两年' },
  市公安局: { outcome: 'support', opinion: '请落实等级保护' },
};

test('every opinion of the joint review is kept, the objection and that of an invited body too', async () => {
  const project = await fileAt(world, 'Task_PreliminaryAppraisal', anApplication());
  await project.finish('Task_PreliminaryAppraisal', {
    outcome: 'approve',
    // The second is a member already and is asked once.
    invitedBodies: ['市公安局', '市发改委'],
  });
  await Promise.all(
    Object.entries(OPINIONS).map(([body, opinion]) =>
      project.finish('Task_JointReview', opinion, { body }),
    ),
  );

  const consolidation = await project.shown('Task_ConsolidateReview');
  const history = consolidation.answer.history as { step: string }[];
  const given = history.filter(({ step }) => step === '联合会审');
  expect(given).toHaveLength(5);
  expect(given).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ body: '市财政局', outcome: '反对', opinion: '资金来源不落实' }),
      expect.objectContaining({ body: '市国资委', outcome: '修改后支持', opinion: '压减硬件' }),
      expect.objectContaining({ body: '市公安局', outcome: '支持', opinion: '请落实等级保护' }),
    ]),
  );
  const { jointReviewOpinions } = await project.variables();
  expect(jointReviewOpinions).toMatchObject(
    Object.entries(OPINIONS).map(([body, opinion]) => ({ body, ...opinion })),
  );

  await project.finish('Task_ConsolidateReview', { outcome: 'submit', plan: '先行试点' });
  await project.finish('Task_LeadingGroupDecision', { outcome: 'approve' });

  const id = await project.id();
  const [notice] = await until('the start notice', async () => {
    const mails = await mailsOf(world, id, 'start-notice');
    return mails.length > 0 ? mails : undefined;
  });
  expect(notice?.cc.sort()).toEqual(
    ['shuju', 'fagai', 'caizheng', 'guozi', 'gongan']
      .map((name) => `${name}@jiujiang.example`)
      .sort(),
  );
  expect(notice?.text).toContain('先行试点');
});
