import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { file, fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const COUNTY = {
  level: 'county',
  county: '修水县',
  applicantUnit: '修水县教育局',
  ownerUnit: '修水县教育局',
};

test.concurrent('a county project ends visibly after the check', async () => {
  const project = await file(world, anApplication(COUNTY));
  expect(await project.end()).toBe('End_CountyNotEnabled');
});

test.concurrent.each([
  ['over the limit', { investment: 500 }, 'End_ProvincialReviewNotEnabled'],
  ['merged', { investment: 200 }, 'End_RouteNotEnabled'],
  ['of a state-owned enterprise', { ownerType: 'soe' }, 'End_RouteNotEnabled'],
  ['of services', { kind: 'service' }, 'End_RouteNotEnabled'],
])('a project %s ends visibly once the leading group has approved it', async (_, differs, end) => {
  const project = await fileAt(world, 'Task_OverLimit', anApplication(differs));
  expect(await project.end()).toBe(end);
  expect(await world.records.openClocks({ projectId: await project.id() })).toEqual([]);
});
