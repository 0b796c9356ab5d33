import { describe, expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { endOf } from './support/elements.ts';
import { everythingKeptOf } from './support/kept.ts';
import { patiently } from './support/patiently.ts';
import { filed } from './support/project.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

/** Every process that is called, and nobody starts. */
const CALLED = [
  ...['approval-small', 'approval-merged', 'approval-full', 'approval-soe'],
  ...['stage-proposal', 'stage-feasibility', 'stage-technical-review', 'stage-design'],
  ...['stage-budget', 'stage-extension', 'county-approval', 'government-procurement'],
  ...['provincial-review', 'provincial-filing'],
];

const start = async (bpmnProcessId: string, variables: Record<string, unknown>) => {
  const { processInstanceKey } = await patiently(() =>
    world.engine.createProcessInstance({ bpmnProcessId, variables: variables as never }),
  );
  return processInstanceKey;
};
const ended = (instance: string, processId: string) =>
  until(`an end of ${processId}`, () => endOf(world.search, instance, processId));

/** All that somebody could know of a running project, and their own unit wherever a body is named. */
const forged = (projectId: string, own: string) => ({
  ...{ projectId, proceedingId: projectId, application: anApplication({ applicantUnit: own }) },
  ...{ approver: own, technicalReviewer: own, budgetApprover: own, extensionBody: own },
  ...{ overLimit: false, approvalSize: 'small', route: 'approval-small' },
});

describe('a called process that somebody starts by hand', () => {
  test.concurrent.each(CALLED)(
    '%s ends with a sentence, and nothing is kept',
    async (processId) => {
      const project = await filed(world, anApplication());
      const before = await everythingKeptOf(world, project.projectId);
      const instance = await start(processId, forged(project.projectId, '市教育局'));
      expect(await ended(instance, processId)).toBe('End_StartedByHand');
      expect(await everythingKeptOf(world, project.projectId)).toBe(before);
      const { rows } = await world.database.query(
        'select from clocks where process_instance_key = $1',
        [instance],
      );
      expect(rows).toEqual([]);
    },
  );

  test.concurrent('an invented ticket does not help', async () => {
    const { projectId } = await filed(world, anApplication());
    const ticket = 'f0e1d2c3-0000-4000-8000-000000000000';
    const instance = await start('stage-budget', { ...forged(projectId, '市教育局'), ticket });
    expect(await ended(instance, 'stage-budget')).toBe('End_StartedByHand');
  });
});
