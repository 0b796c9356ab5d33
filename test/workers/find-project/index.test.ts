import { expect, test } from '@jest/globals';
import { findProject } from '../../../workers/find-project/index.ts';
import { openTask } from '../../../workers/open-task/index.ts';
import { aProceeding } from '../../support/records.ts';
import { aJob, application, aTask } from '../support/builders.ts';
import { useDeps } from '../support/use-deps.ts';

const use = useDeps();
const find = (projectId: unknown) => findProject.run({ projectId }, aJob(), use.deps);
const filed = { projectName: '智慧校园', applicantUnit: '市教育局', investment: '150.5' };
/** A new project; the counter of ids goes on from test to test. */
const file = (some = {}) =>
  use.records.openProject(aProceeding(`${Math.random()}`), 2031, { ...filed, ...some });

test('a project is found with what its newest step knew of it', async () => {
  const projectId = await file({ applicantUnit: '市教育句' });
  await openTask.run(aTask({ projectId }), aJob(), use.deps);
  await openTask.run(
    aTask({ projectId, application: { ...application, projectName: '智慧校园（修改）' } }),
    aJob(),
    use.deps,
  );
  expect(await find(projectId)).toEqual({
    found: true,
    projectOpen: true,
    proceedingId: aJob().processInstanceKey,
    projectId,
    application: { ...application, projectName: '智慧校园（修改）' },
  });
});

test('finding it begins a proceeding of it, once', async () => {
  const projectId = await file();
  const job = aJob({ processId: 'application-withdrawal', processInstanceKey: 'withdrawal' });
  for (const _again of [1, 2]) await findProject.run({ projectId }, job, use.deps);
  await findProject.run({ projectId: 'JJSZ-1999-0001' }, aJob(), use.deps);
  expect((await use.records.proceedings(projectId)).slice(1)).toMatchObject([
    { rootInstance: 'withdrawal', kind: 'withdrawal', endedAt: null },
  ]);
});

test('however its number is typed, the project is named by its own', async () => {
  const projectId = await file();
  const typed = ` ${projectId.toLowerCase().replaceAll('-', ' － ')} `;
  expect(await find(typed)).toMatchObject({ found: true, projectId });
});

test('before its first step it is known by what was filed', async () => {
  expect(await find(await file())).toMatchObject({
    application: {
      projectName: '智慧校园',
      applicantUnit: '市教育局',
      ownerUnit: '市教育局',
      level: 'city',
      investment: 150.5,
    },
  });
  expect(await find(await file({ investment: '' }))).toMatchObject({
    application: { investment: null },
  });
});

test('a project that is over is found, and not open', async () => {
  const projectId = await use.records.openProject(aProceeding('over'), 2031, filed);
  await use.records.endProceeding('over', new Date());
  expect(await find(projectId)).toMatchObject({ found: true, projectOpen: false });
});

test.each(['JJSZ-2031-9999', '智慧校园', '', undefined, null, 7, "'; drop table projects", 'a\0b'])(
  'there is no project %p: an answer, no incident',
  async (typed) => {
    expect(await find(typed)).toMatchObject({
      found: false,
      projectOpen: false,
      application: null,
    });
  },
);
