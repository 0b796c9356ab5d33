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

test('a correction counts from the second visit on: at the first one it came with the start', async () => {
  const first = visit('corrected');
  const sent = exampleApplication({ projectName: '智慧校园' });
  const other = exampleApplication({ projectName: '别的项目' });
  const run = (job: ReturnType<typeof visit>) =>
    checkApplication.run({ application: sent, corrected: other }, job, use.deps);
  for (const _again of [1, 2]) {
    expect(await run(first)).toMatchObject({ application: { projectName: '智慧校园' } });
  }
  const { projectId, application } = await run(visit('corrected'));
  expect(application).toMatchObject({ projectName: '别的项目' });
  expect(await use.records.versions(String(projectId))).toMatchObject([
    { application: { projectName: '智慧校园' } },
    { application: { projectName: '别的项目' } },
  ]);
});

test('what is corrected to be classified stays so when its job runs again', async () => {
  const sent = exampleApplication({ projectName: '绝密平台' });
  await check(sent, visit('late-secret'));
  const second = visit('late-secret');
  const corrected = exampleApplication({ classified: true });
  for (const _again of [1, 2]) {
    const answer = await checkApplication.run({ application: sent, corrected }, second, use.deps);
    expect(answer).toMatchObject({ classified: true });
    expect(await use.records.versions(String(answer.projectId))).toEqual([]);
  }
});

test('a project that turns out classified keeps no version', async () => {
  await check(exampleApplication({ projectName: '绝密平台' }), visit('secret'));
  const projectId = await check(exampleApplication({ classified: true }), visit('secret'));
  expect(await use.records.versions(projectId)).toEqual([]);
  expect(await use.records.documents(projectId)).toEqual([]);
});
