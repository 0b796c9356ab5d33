import { expect, test } from '@jest/globals';
import { draftOf } from '../../../law/application/index.ts';
import { checkApplication } from '../../../workers/check-application/index.ts';
import { exampleApplication } from '../../law/application/example.ts';
import { aJob } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();
const processId = 'project-application';
/** One visit to the check; each has a key of its own. */
const visit = (processInstanceKey: string) =>
  aJob({ processId, elementId: 'Task_CheckApplication', processInstanceKey });
const check = async (application: unknown, job: ReturnType<typeof visit>) =>
  String((await checkApplication.run({ application }, job, use.deps)).projectId);

test('each submission is kept whole with what changed, whatever runs twice', async () => {
  const first = visit('kept');
  const sent = exampleApplication({ investment: '186.50', quotes: [] });
  for (const _again of [1, 2]) await check(sent, first);
  const second = visit('kept');
  const corrected = exampleApplication({ investment: '186.5' });
  const projectId = await check(corrected, second);
  await check(corrected, second);
  const versions = await use.records.versions(projectId);
  expect(versions).toMatchObject([
    { n: 1, application: { investment: '186.50', quotes: [] }, changes: [], proceeding: 'kept' },
    { n: 2, elementInstanceKey: second.elementInstanceKey },
  ]);
  expect(new Set(versions[1]?.changes.map(({ field }) => field.split('.')[0]))).toEqual(
    new Set(['quotes']),
  );
  const [meeting] = await use.records.documents(projectId);
  expect(meeting).toMatchObject({
    field: 'decisionMeeting',
    number: draftOf(sent).decisionMeeting?.document,
  });
});

test('a project that turns out classified keeps no version', async () => {
  await check(exampleApplication({ projectName: '绝密平台' }), visit('secret'));
  const projectId = await check(exampleApplication({ classified: true }), visit('secret'));
  expect(await use.records.versions(projectId)).toEqual([]);
  expect(await use.records.documents(projectId)).toEqual([]);
});
