import { expect, test } from '@jest/globals';
import { anApplication } from './support/application.ts';
import { everythingKeptOf } from './support/kept.ts';
import { mailsOf } from './support/mail.ts';
import { file } from './support/project.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

const MARK = '机密标记';
/** Every text of it says that it is secret. */
const secret = () => {
  const marked: object = JSON.parse(JSON.stringify(anApplication()), (_, value) =>
    typeof value === 'string' ? value + MARK : value,
  );
  return { ...marked, applicantUnit: '市教育局', classified: true };
};
const REMAINDER = { classified: true, applicantUnit: '市教育局', level: 'city' };

test.concurrent('a classified project is refused at intake and only the fact and its unit are kept', async () => {
  const project = await file(world, secret());

  expect(await project.end()).toBe('End_Classified');
  const variables = await project.allVariables();
  expect(variables).toContainEqual({
    scope: project.processInstanceKey,
    name: 'application',
    value: REMAINDER,
  });
  expect(JSON.stringify(variables)).not.toContain(MARK);
  const kept = await everythingKeptOf(world, await project.id());
  expect(kept).toContain('市教育局');
  expect(kept).not.toContain(MARK);
});

test.concurrent('市委保密机要局 alone is told', async () => {
  const project = await file(world, secret());
  await project.end();

  const mails = await mailsOf(world, await project.id());
  expect(mails).toMatchObject([
    { purpose: 'classified-refused', to: ['baomi@jiujiang.example'], cc: [] },
  ]);
  expect(mails[0]?.text).toContain('市教育局');
});

test.concurrent('a project that turns out classified while it is corrected leaves nothing either', async () => {
  const project = await file(world, { ...secret(), classified: false, quotes: [] });
  await project.finish('Task_SupplementMaterials', { outcome: 'submit', application: secret() });

  expect(await project.end()).toBe('End_Classified');
  expect(JSON.stringify(await project.variables())).not.toContain(MARK);
  expect(await everythingKeptOf(world, await project.id())).not.toContain(MARK);
});
