import { expect, test } from '@jest/globals';
import { closeProject } from '../../../workers/close-project/index.ts';
import { aClock, aProceeding } from '../../support/records.ts';
import { aJob } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();

test('whatever the end, the project is closed with all its clocks, and a second run changes nothing', async () => {
  const facts = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150' };
  const job = aJob({ processId: 'project-application', processInstanceKey: '77' });
  const projectId = await use.records.openProject(aProceeding('77'), 2031, facts);
  // A clock of a called process: an instance of its own.
  await use.records.openClock(aClock({ projectId, proceeding: '77', processInstanceKey: '78' }));

  use.at('2031-09-26T10:00:00+08:00');
  expect(await closeProject.run({ any: 'variables' }, job, use.deps)).toEqual({});
  use.at('2031-10-20T10:00:00+08:00');
  await closeProject.run({}, job, use.deps);

  expect(await use.records.similarOpenProjects('市教育局', '')).toEqual([]);
  expect(await use.records.clock(aClock().elementInstanceKey)).toMatchObject({
    closedOn: '2031-09-26',
    closeReason: 'ended',
  });
});
