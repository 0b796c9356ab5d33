import { expect, test } from '@jest/globals';
import { anApplication, ENTERPRISE } from './support/application.ts';
import {
  budget,
  cityIntake,
  decided,
  design,
  FILING,
  feasibility,
  PROVINCE,
} from './support/decided.ts';
import { file } from './support/project.ts';
import { toTheEnd } from './support/reviewers.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const OWNER = '九江市国有投资集团';
const SASAC = '市国资委';
const TECHNICAL = '市数据管理部门';

// No size has a proposal, and no state-owned enterprise a place in the annual plan (Art. 24, 26).
test.concurrent.each([
  [150, [`Task_TechnicalReview ${TECHNICAL}`, ...budget(OWNER, SASAC), FILING]],
  [3000, [PROVINCE, ...feasibility(OWNER, TECHNICAL, SASAC), ...budget(OWNER, SASAC)]],
  [
    9000,
    [
      PROVINCE,
      ...feasibility(OWNER, TECHNICAL, SASAC),
      ...design(OWNER, SASAC),
      ...budget(OWNER, SASAC),
    ],
  ],
])(
  "a state-owned enterprise's project of %d is approved by 市国资委 throughout",
  async (investment, stages) => {
    const project = await file(world, anApplication({ ...ENTERPRISE, investment }));
    expect(await toTheEnd(world, project)).toBe('End_Approved');
    expect((await project.variables()).route).toBe('approval-soe');

    expect(await decided(world, project)).toEqual(cityIntake(...stages));
    expect(await world.records.openClocks({ projectId: await project.id() })).toEqual([]);
  },
);
