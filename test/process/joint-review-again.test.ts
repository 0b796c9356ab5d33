import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { decisionsOf } from './support/mail.ts';
import { fileAt, type Project } from './support/project.ts';
import { useWorld } from './support/use-world.ts';
import { REVIEWERS } from './support/way.ts';

const world = useWorld();

const OFFICE = '市数字政府领导小组办公室';

/** Asks for opinions, and has the plan handed back to the applicant with the first ones. */
async function handedBack(invited: string[], again: Record<string, unknown>): Promise<Project> {
  const project = await fileAt(world, 'SubProcess_JointReview', anApplication(), {
    result_Task_PreliminaryAppraisal: { invitedBodies: invited },
  });
  await give(project, [...REVIEWERS, ...invited], '首轮');
  await project.finish('Task_ConsolidateReview', {
    ...{ outcome: 'return', ground: '修改完善方案', opinion: '请压减硬件', ...again },
  });
  const amending = await project.finish('Task_AmendPlan', {
    ...{ outcome: 'submit', amendedDocument: '九教〔2032〕4号' },
  });
  expect(amending).toMatchObject({ body: '市教育局', role: 'owner', limitDays: null });
  return project;
}

function give(project: Project, bodies: string[], opinion: string) {
  return Promise.all(
    bodies.map((body) =>
      project.finish('Task_JointReview', { outcome: 'support', opinion }, { body }),
    ),
  );
}

const by = (opinion: string) => (body: string) => expect.objectContaining({ body, opinion });

test.concurrent('handed back, all bodies are asked again, those invited too; the old opinions are kept', async () => {
  const all = [...REVIEWERS, '市公安局'];
  const project = await handedBack(['市公安局'], { askAgain: 'all' });
  await give(project, all, '次轮');

  const consolidation = await project.shown('Task_ConsolidateReview');
  expect(await project.variables()).toMatchObject({
    jointReviewOpinions: all.map(by('次轮')),
    voidedOpinions: all.map(by('首轮')),
  });
  // The history on the form tells both rounds, and who handed it back why.
  expect(consolidation.answer.history).toEqual(
    expect.arrayContaining([...all.map(by('首轮')), ...all.map(by('次轮'))]),
  );
  expect(consolidation.answer.history).toContainEqual(
    expect.objectContaining({
      body: OFFICE,
      outcome: '退回（修改完善方案）',
      opinion: '请压减硬件',
    }),
  );
});

test.concurrent('handed back to those concerned, only they are asked again, and the other opinions stand', async () => {
  const concerned = ['市财政局', '市公安局'];
  const project = await handedBack(['市公安局'], {
    ...{ askAgain: 'concerned', concernedBodies: concerned },
  });
  await project.shown('Task_JointReview', '市财政局');
  const asked = await world.records.openClocks({ projectId: await project.id() });
  expect(asked.map(({ body }) => body).sort()).toEqual([...concerned].sort());
  await give(project, concerned, '次轮');

  await project.shown('Task_ConsolidateReview');
  const standing = ['市数据管理部门', '市发改委', '市国资委'];
  expect(await project.variables()).toMatchObject({
    jointReviewOpinions: [...standing.map(by('首轮')), ...concerned.map(by('次轮'))],
    voidedOpinions: concerned.map(by('首轮')),
  });

  // A second hand-back, to one body, adds to what was set aside.
  await project.finish('Task_ConsolidateReview', {
    ...{ outcome: 'return', ground: '修改完善方案', opinion: '请再算一遍' },
    ...{ askAgain: 'concerned', concernedBodies: ['市财政局'] },
  });
  await project.finish('Task_AmendPlan', { outcome: 'submit', amendedDocument: '九教〔2032〕5号' });
  await give(project, ['市财政局'], '三轮');
  await project.finish('Task_ConsolidateReview', { outcome: 'submit', plan: '先行试点' });
  await project.shown('Task_LeadingGroupDecision');

  expect(await project.variables()).toMatchObject({
    jointReviewOpinions: [
      ...standing.map(by('首轮')),
      by('次轮')('市公安局'),
      by('三轮')('市财政局'),
    ],
    voidedOpinions: [...concerned.map(by('首轮')), by('次轮')('市财政局')],
  });
  const opinions = (await decisionsOf(world, await project.id())).filter(
    ({ element_id }) => element_id === 'Task_JointReview',
  );
  expect(opinions).toHaveLength(5 + 2 + 1);
});

test.concurrent('a hand-back to bodies that are not named is void', async () => {
  const project = await fileAt(world, 'Task_ConsolidateReview', anApplication(), {
    jointReviewOpinions: [{ body: '市财政局', outcome: 'support' }],
  });
  const first = await project.finish('Task_ConsolidateReview', {
    ...{ outcome: 'return', ground: '修改完善方案', opinion: '请再算', askAgain: 'concerned' },
  });
  expect(first.closeReason).toBe('void');
  await project.shown('Task_ConsolidateReview');
});
