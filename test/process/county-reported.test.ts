import { expect, test } from '@jest/globals';
import { anApplication, XIUSHUI } from './support/application.ts';
import {
  budget,
  countyIntake,
  decided,
  FILING,
  feasibility,
  planAndBudgetOf,
} from './support/decided.ts';
import { decisionsOf, mailsOf } from './support/mail.ts';
import { file } from './support/project.ts';
import { toTheEnd } from './support/reviewers.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const OWNER = '修水县教育局';

test.concurrent("a county's project of 200: its own check, the city's joint review, then its own bodies and nobody else's", async () => {
  const project = await file(world, anApplication({ ...XIUSHUI, investment: 200 }));
  expect(await toTheEnd(world, project)).toBe('End_Approved');

  expect(await decided(world, project)).toEqual(
    countyIntake(
      '修水县',
      ...planAndBudgetOf('修水县'),
      ...feasibility(OWNER, '修水县数据管理部门', '修水县发改委'),
      ...budget(OWNER, '修水县财政局'),
      FILING,
    ),
  );
  const id = await project.id();
  const [notice] = await mailsOf(world, id, 'start-notice');
  expect(notice?.cc).toEqual(
    expect.arrayContaining(['shuju@xiushui.example', 'fagai@jiujiang.example']),
  );
  const everybody = (await mailsOf(world, id)).flatMap(({ to, cc }) => [...to, ...cc]);
  expect(everybody.filter((address) => /wuning|yongxiu/.test(address))).toEqual([]);
  expect(await world.records.openClocks({ projectId: id })).toEqual([]);
});

test.concurrent("nobody of another county decides, nor the city in the county's place", async () => {
  const project = await file(world, anApplication({ ...XIUSHUI, investment: 200 }));
  const approve = { outcome: 'approve', opinion: '同意' };
  await project.finish('Task_CountyReview', approve, { as: 'wuning.shuju.zou' });
  await project.finish('Task_CountyReview', approve, { as: 'shuju.zhang' });
  const own = await project.finish('Task_CountyReview', approve, { as: 'xiushui.shuju.chen' });
  expect(own).toMatchObject({ body: '修水县数据管理部门', closeReason: 'completed' });

  await project.shown('Task_JointReview', '市财政局');
  const decisions = await decisionsOf(world, await project.id());
  expect(decisions.map(({ signer, outcome, entered }) => [signer, outcome, entered.void])).toEqual([
    ['wuning.shuju.zou', 'void', 'not-of-body'],
    ['shuju.zhang', 'void', 'not-of-body'],
    ['xiushui.shuju.chen', 'approve', undefined],
  ]);
});

test.concurrent('what the county does not report ends there', async () => {
  const project = await file(world, anApplication({ ...XIUSHUI, investment: 200 }));
  await project.finish('Task_CountyReview', { outcome: 'reject', opinion: '与县里规划不符' });

  expect(await project.end()).toBe('End_CountyRejected');
  const [notice] = await mailsOf(world, await project.id(), 'county-rejected');
  expect(notice?.text).toContain('与县里规划不符');
});
