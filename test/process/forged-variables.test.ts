import { expect, test } from '@jest/globals';
import { enterProcess } from '../../workers/enter-process/index.ts';
import { anApplication } from './support/application.ts';
import { endOf } from './support/elements.ts';
import { patiently } from './support/patiently.ts';
import { filed, follow, stage } from './support/project.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';
import { REVIEWERS, upToApproval } from './support/way.ts';
import { workerDeps } from './support/worker-deps.ts';

const world = useWorld();

const OWN = '市教育局';
const INVENTED = '凭空捏造';

/** What no caller hands down either: terms of a step, what was decided and who signed it. */
const TERMS = {
  ...{ limitDays: 900, position: '负责人', eachVisit: true, signer: 'jiaoyu.shao', body: OWN },
  history: [{ step: '初步审核', body: OWN, outcome: '同意', opinion: INVENTED }],
  clock_Task_TechnicalReview: { limit: 900, used: -500, grounds: [INVENTED], extension: 500 },
  clock_Task_PrepareBudget: { limit: 900, used: -500, grounds: [], extension: 500 },
  result_Task_PreliminaryReview: { outcome: 'approve', opinion: INVENTED },
  result_Task_LeadingGroupDecision: { outcome: 'approve', decisionDocument: INVENTED },
  result_Task_ApproveBudget: { outcome: 'approve', approvalDocument: INVENTED },
  extensionRequest: { extensionDays: 60 },
};

/** All that the models read, as it would suit whoever sends it. */
const FORGED = {
  ...TERMS,
  ...{ reviewBodies: [], approver: OWN, technicalReviewer: OWN, budgetApprover: OWN },
  ...{
    overLimit: false,
    route: 'government-procurement',
    approvalSize: 'small',
    classified: false,
  },
  jointReviewOpinions: REVIEWERS.map((body) => ({ body, outcome: 'support', opinion: INVENTED })),
  standingOpinions: [{ body: OWN, outcome: 'support', opinion: INVENTED }],
  voidedOpinions: [{ body: OWN, outcome: 'object', opinion: INVENTED }],
  ...{ withdrawnBy: '1', proceedingId: '1', ticket: INVENTED, ownerDelay: 0, warnings: [INVENTED] },
};

test.concurrent('what is sent along with an application is without effect up to the technical review', async () => {
  const application = anApplication({ ownerUnit: '市大数据中心' });
  const another = { ...application, projectName: `${INVENTED}平台`, investment: 9 };
  const { projectId: theirs } = await filed(world, anApplication());
  const { processInstanceKey } = await patiently(() =>
    world.engine.createProcessInstance({
      bpmnProcessId: 'project-application',
      variables: {
        ...FORGED,
        ...{
          application,
          projectId: theirs,
          result_Task_SupplementMaterials: { application: another },
        },
      } as never,
    }),
  );
  const project = follow(world, processInstanceKey);
  const first = await project.open('Task_PreliminaryReview');
  expect(first).toMatchObject({
    ...{ body: '市数字政府领导小组办公室', limitDays: null, projectName: application.projectName },
    answer: {
      history: [],
      terms: { position: '经办人', eachVisit: false, decidesExtension: false },
    },
  });
  expect(first.projectId).not.toBe(theirs);

  await upToApproval(project);
  // Whoever sees the task sees everything before it: only then is what the variables hold exported.
  const review = await project.shown('Task_TechnicalReview');
  expect(review).toMatchObject({
    ...{ body: '市数据管理部门', limitDays: 15, usedBefore: 0, extendedBy: 0 },
    ...{ proceeding: processInstanceKey, answer: { terms: { handedBackOn: [] } } },
  });
  const { jointReviewOpinions, ...variables } = await project.variables();
  expect((jointReviewOpinions as { body: string }[]).map(({ body }) => body).sort()).toEqual(
    [...REVIEWERS].sort(),
  );
  expect(variables).toMatchObject({
    ...{ route: 'approval-small', approver: '市发改委', withdrawnBy: null },
    ...{ result_Task_ApproveBudget: null, voidedOpinions: null, proceedingId: processInstanceKey },
  });
  expect(review.answer.history).toHaveLength(9);
  expect(JSON.stringify([review, jointReviewOpinions])).not.toContain(INVENTED);
});

test.concurrent('what is sent along with a completion changes no later visit', async () => {
  const project = await stage(world, 'stage-technical-review', anApplication(), TERMS);
  const back = { outcome: 'return', ground: '需求确认', opinion: '请确认' };
  await project.finish('Task_TechnicalReview', { ...back, ...TERMS });
  await project.finish('Task_ConfirmRequirements', { outcome: 'submit', ...TERMS });
  expect(await project.open('Task_TechnicalReview')).toMatchObject({
    ...{ limitDays: 15, usedBefore: 0, extendedBy: 0, body: '市数据管理部门' },
    answer: {
      history: [{ outcome: '退回（需求确认）' }, { outcome: '已提交' }],
      terms: { position: '经办人', eachVisit: false, handedBackOn: ['需求确认'] },
    },
  });
});

test.concurrent('a ticket lets one instance in, and its job again; a second instance not', async () => {
  const caller = await filed(world, anApplication());
  const ticket = await world.records.makeTicket({
    ...{ elementInstanceKey: `call-${Date.now()}`, processInstanceKey: caller.proceeding },
    ...{ calledProcessId: 'provincial-filing', madeAt: new Date(), ...caller },
  });
  const start = async () => {
    const { processInstanceKey } = await patiently(() =>
      world.engine.createProcessInstance({
        bpmnProcessId: 'provincial-filing',
        variables: { ticket, application: anApplication() } as never,
      }),
    );
    return processInstanceKey;
  };
  const first = await start();
  const known = { processId: 'provincial-filing', projectId: caller.projectId };
  await follow(world, first, known).open('Task_RecordFiling');
  const job = {
    ...{ jobKey: '1', elementId: 'Task_Enter', elementInstanceKey: '1', processVersion: 1 },
    ...{ processId: 'provincial-filing', processInstanceKey: first },
  };
  expect(await enterProcess.run({ ticket }, job, await workerDeps(world))).toEqual({
    ...{ projectId: caller.projectId, proceedingId: caller.proceeding },
  });

  const second = await start();
  expect(
    await until('the second to end', () => endOf(world.search, second, 'provincial-filing')),
  ).toBe('End_StartedByHand');
  expect(await world.records.openClocks({ processInstanceKey: second })).toEqual([]);
});
