import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { orderOfSteps } from './support/decided.ts';
import { file } from './support/project.ts';
import { toTheEnd } from './support/reviewers.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const [SMALL, MERGED, FULL] = ['approval-small', 'approval-merged', 'approval-full'];

// 以上 includes the number, 小于 excludes it. The limit is 500, of infrastructure and integration 1000.
test.concurrent.each([
  ['other', 199.999999, SMALL, 'filed'],
  ['other', 200, MERGED, 'filed'],
  ['other', 499.99, MERGED, 'filed'],
  ['other', 500, MERGED, 'reviewed'],
  ['infrastructure', 999.99, MERGED, 'filed'],
  ['integration', 1000, MERGED, 'reviewed'],
  ['infrastructure', 4999.99, MERGED, 'reviewed'],
  ['integration', 5000, FULL, 'reviewed'],
] as const)(
  '%s of %d goes by %s and is %s by the province',
  async (category, investment, route, province) => {
    const project = await file(world, anApplication({ category, investment }));
    expect(await toTheEnd(world, project)).toBe('End_Approved');

    const steps = await orderOfSteps(world, project);
    expect((await project.variables()).route).toBe(route);
    expect({
      proposal: steps.includes('Task_ApproveProposal'),
      feasibility: steps.includes('Task_ApproveFeasibility'),
      design: steps.includes('Task_ApproveDesign'),
      reviewed: steps.includes('Task_RecordProvincialReview'),
      filed: steps.includes('Task_RecordFiling'),
    }).toEqual({
      proposal: route === FULL,
      feasibility: route !== SMALL,
      design: route === FULL,
      reviewed: province === 'reviewed',
      filed: province === 'filed',
    });
  },
);
