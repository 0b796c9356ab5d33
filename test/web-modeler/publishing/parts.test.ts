import { beforeEach, expect, test } from '@jest/globals';
import { useRecords } from '../../support/use-records.ts';
import { asking, document, li, makeWorld, models, type World, wang } from './world.ts';

const PART = 'common/parts/facts.form';
const FORM = 'stage-technical-review/technical-review.form';
const OTHER = 'stage-budget/approve-budget.form';

const part = (text: string) =>
  JSON.stringify({ id: 'facts', components: [{ id: 'Text_facts', type: 'text', text }] });
const form = (id: string) =>
  JSON.stringify({
    id,
    components: [
      { id: 'Part_facts', type: 'group', properties: { part: 'facts' } },
      { id: 'Field_unit', type: 'select', properties: { optionsFrom: 'applicants' } },
    ],
  });

const use = useRecords();
let world: World;

beforeEach(async () => {
  await use.sql.query('truncate deployments, submissions, moves');
  world = makeWorld(use.records, {
    ...models,
    [PART]: part('旧'),
    [FORM]: form('technical-review'),
    [OTHER]: form('approve-budget'),
  });
});

const submit = (paths: string[]) =>
  world.handlers.submit(
    asking(wang, { body: { paths, ...world.storage.seen(), document, note: '调整公共部分' } }),
  );
/** What the engine got last of a file. */
const deployed = (path: string) =>
  world.engine.deployments
    .at(-1)
    ?.find(({ name }) => name === path)
    ?.content.toString();

test('a changed part tells every form it reaches, and changes all of them when it is published', async () => {
  world.storage.edit(PART, part('新'));
  const { id, changes } = await submit([PART]);
  expect(changes.map(({ sentence }) => sentence)).toContainEqual(
    '这个公共部分用于 2 个表单：technical-review、approve-budget',
  );
  await world.handlers.publish(asking(li, { params: { id } }));
  for (const path of [FORM, OTHER]) expect(deployed(path)).toContain('"text":"新"');
  expect(deployed(PART)).toBeUndefined();
});

test('a changed part concerns the processes whose steps have its forms', async () => {
  world.storage.edit(PART, part('新'));
  const { id } = await submit([PART]);
  const process = 'stage-technical-review';
  world.engine.tasks.push({
    processDefinitionId: process,
    processDefinitionVersion: 1,
    processDefinitionKey: '1',
    state: 'CREATED',
    elementId: 'Task_TechnicalReview',
    processInstanceKey: '1',
  });
  const { running } = await world.handlers.readImpact(asking(li, { params: { id } }));
  expect(running).toMatchObject([{ processId: process, count: 1 }]);
});

test('the models are deployed with the names the organisation has now', async () => {
  world.organisation.choices = { applicants: ['市教育局'] };
  await world.resumePublishing();
  expect(deployed(FORM)).toContain('"values":[{"label":"市教育局","value":"市教育局"}]');
  world.organisation.choices = { applicants: ['市教育局', '市体育局'] };
  await world.resumePublishing();
  expect(deployed(FORM)).toContain('{"label":"市体育局","value":"市体育局"}');
});
