import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { incidentOf, retry } from './support/incidents.ts';
import { TEST_ORGANIZATION } from './support/organization.ts';
import { people } from './support/people.ts';
import { fileAt } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();
const before = readFileSync(TEST_ORGANIZATION, 'utf8');
afterAll(() => writeFileSync(TEST_ORGANIZATION, before));

test('a step nobody may take is an incident in words an operator understands; mended, it goes on', async () => {
  const own = anApplication({ applicantUnit: '市国资委', ownerUnit: '市国资委' });
  const project = await fileAt(world, 'SubProcess_JointReview', own);

  const incident = await incidentOf(world, project.processInstanceKey);
  expect(incident.elementId).toBe('Task_JointReview');
  expect(incident.errorMessage).toMatch(
    /^市国资委 在 \d{4}-\d\d-\d\d 没有可以承办的人员（.+）.*config\/organization\.yaml.*重试/,
  );
  await project.open('Task_JointReview', '市财政局');

  writeFileSync(TEST_ORGANIZATION, withRecusalBody(before, '市国资委', '市财政局'));
  expect(await retry(world, incident)).toContain('已重新执行：联合会审');

  const task = await project.finish(
    'Task_JointReview',
    { outcome: 'support', opinion: '支持' },
    { body: '市国资委' },
  );
  expect(task.closeReason).toBe('completed');
  expect(people().person(task.assignee)?.body).toBe('市财政局');
});

/** The line an operator adds. */
function withRecusalBody(yaml: string, body: string, instead: string): string {
  const mended = yaml.replace(
    new RegExp(`(name: ${body},[^}]*?) }`),
    `$1, recusalBody: ${instead} }`,
  );
  expect(mended).not.toBe(yaml);
  return mended;
}
