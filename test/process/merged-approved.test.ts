import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import {
  budget,
  cityIntake,
  decided,
  FILING,
  feasibility,
  orderOfSteps,
  PROVINCE,
  planAndBudgetOf,
} from './support/decided.ts';
import { file } from './support/project.ts';
import { toTheEnd } from './support/reviewers.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const STAGES = [
  ...planAndBudgetOf('市'),
  ...feasibility('市教育局', '市数据管理部门', '市发改委'),
  ...budget('市教育局', '市财政局'),
];

// The limit and the sizes are two axes: software of 600 is over the limit, infrastructure of 900 is not.
test.concurrent.each([
  ['software of 200', { investment: 200 }],
  ['infrastructure of 900', { investment: 900, category: 'infrastructure' }],
])(
  '%s is approved in one report, and filed with the province beside its budget',
  async (_, differs) => {
    const project = await file(world, anApplication(differs));
    expect(await toTheEnd(world, project)).toBe('End_Approved');
    expect((await project.variables()).route).toBe('approval-merged');

    expect(await decided(world, project)).toEqual(cityIntake(...STAGES, FILING));
    const order = await orderOfSteps(world, project);
    expect(order.indexOf('Task_RecordFiling')).toBeGreaterThan(
      order.indexOf('Task_ApproveFeasibility'),
    );
    expect(await world.records.openClocks({ projectId: await project.id() })).toEqual([]);
  },
);

test.concurrent.each([
  ['software of 600', { investment: 600 }],
  ['anything of 4999.99', { investment: 4999.99, category: 'infrastructure' }],
])(
  '%s is reviewed by the province before its report, and not filed after it',
  async (_, differs) => {
    const project = await file(world, anApplication(differs));
    expect(await toTheEnd(world, project)).toBe('End_Approved');

    expect(await decided(world, project)).toEqual(cityIntake(...STAGES, PROVINCE));
    const order = await orderOfSteps(world, project);
    // Nothing of the approval, nor the plan and the money beside it, comes before the province (Art. 23).
    expect(order.indexOf('Task_RecordProvincialReview')).toBe(
      order.indexOf('Task_LeadingGroupDecision') + 1,
    );
  },
);
