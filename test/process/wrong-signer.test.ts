import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { SOLUTIONS } from './support/good-case.ts';
import { everythingKeptOf } from './support/kept.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { emailOf } from './support/people.ts';
import { file, fileAt, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { REVIEWERS } from './support/way.ts';

const world = useWorld();

const FORGED = '冒名内容';

/** What every void completion leaves: a record without a word of it, and a mail to the signer and the body's supervisor. */
async function expectVoid(project: Project, signer: string, supervisor: string, reason: string) {
  const id = await project.id();
  const [first] = await decisionsOf(world, id);
  expect(first).toMatchObject({
    signer,
    outcome: 'void',
    opinion: null,
    entered: { void: reason },
  });
  expect(await everythingKeptOf(world, id)).not.toContain(FORGED);
  const known = emailOf(signer).includes('@') ? [emailOf(signer)] : [];
  expect(await mailsOf(world, id, 'void-completion')).toMatchObject([
    { to: [...known, emailOf(supervisor)], cc: [] },
  ]);
}

test.concurrent("corrections by somebody of another body are not used; the applicant's are", async () => {
  const application = anApplication();
  const project = await file(world, { ...application, quotes: [] });
  const first = await project.finish(
    'Task_SupplementMaterials',
    { outcome: 'submit', application: { ...application, projectName: `${FORGED}平台` } },
    { as: 'guozi.luo' },
  );

  expect(first.closeReason).toBe('void');
  const again = await project.shown('Task_SupplementMaterials');
  expect(again.elementInstanceKey).not.toBe(first.elementInstanceKey);
  expect(await project.variables()).toMatchObject({
    application: { projectName: application.projectName, quotes: [] },
    problems: [{ path: 'quotes' }],
  });
  await expectVoid(project, 'guozi.luo', 'jiaoyu.shao', 'not-of-body');

  await project.finish('Task_SupplementMaterials', { outcome: 'submit', application });
  await project.shown('Task_PreliminaryReview');
  expect(JSON.stringify(await project.variables())).not.toContain(FORGED);
});

test.concurrent("solutions by somebody of another body are not used; the consultants' are", async () => {
  const project = await fileAt(world, 'Task_PrepareSolutions', anApplication());
  const forged = SOLUTIONS.map((solution) => ({ ...solution, name: FORGED }));
  await project.finish(
    'Task_PrepareSolutions',
    { outcome: 'submit', solutions: forged, fewerReason: FORGED },
    { as: 'shuju.zhang' },
  );
  await project.finish('Task_PrepareSolutions', { outcome: 'submit', solutions: SOLUTIONS });

  await project.shown('Task_PreliminaryAppraisal');
  expect(await project.variables()).toMatchObject({
    result_Task_PrepareSolutions: { solutions: SOLUTIONS, fewerReason: null, signer: 'zixun.su' },
  });
  await expectVoid(project, 'shuju.zhang', 'zixun.lu', 'not-of-body');
});

test.concurrent('somebody nobody knows cannot sign', async () => {
  const project = await fileAt(world, 'Task_PreliminaryReview', anApplication());
  await project.finish(
    'Task_PreliminaryReview',
    { outcome: 'reject', opinion: FORGED },
    { as: 'demo' },
  );

  await project.open('Task_PreliminaryReview');
  await expectVoid(project, 'demo', 'bangong.cheng', 'unknown-person');
});

test.concurrent('in the joint review only the forged opinion is given anew, and only the right ones count', async () => {
  const project = await fileAt(world, 'SubProcess_JointReview', anApplication());
  await project.finish(
    'Task_JointReview',
    { outcome: 'object', opinion: FORGED },
    { body: '市财政局', as: 'fagai.li' },
  );
  await expectVoid(project, 'fagai.li', 'caizheng.hu', 'not-of-body');

  await Promise.all(
    REVIEWERS.map((body) =>
      project.finish('Task_JointReview', { outcome: 'support', opinion: '支持' }, { body }),
    ),
  );

  const consolidation = await project.shown('Task_ConsolidateReview');
  const { jointReviewOpinions } = await project.variables();
  expect(jointReviewOpinions).toMatchObject(
    REVIEWERS.map((body) => ({ body, outcome: 'support', opinion: '支持' })),
  );
  expect(consolidation.answer.history).toHaveLength(5);
  expect(consolidation.answer.history).toContainEqual(
    expect.objectContaining({ body: '市财政局', signer: '李文博', outcome: '签署无效' }),
  );
});
