import { expect, test } from '@jest/globals';
import { readFolder } from '../../models/folder.ts';
import { readModel } from '../../models/model-index.ts';
import { startableIn } from '../../models/startable.ts';

test('people start what a model marks for them, with the variables of its form and no others', async () => {
  const { files } = await readFolder('bpmn', 'workers');
  expect(startableIn(await Promise.all(files.map(readModel)))).toEqual([
    {
      processId: 'application-withdrawal',
      startedBy: 'applicants',
      variables: ['projectId', 'reason'],
    },
    { processId: 'project-application', startedBy: 'applicants', variables: ['application'] },
  ]);
});

const FORM = JSON.stringify({ id: 'f', components: [{ type: 'textfield', key: 'goal.name' }] });
const diagram = (start: string) => ({
  path: 'p/p.bpmn',
  source: `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="x"><bpmn:process id="p">${start}</bpmn:process></bpmn:definitions>`,
});
const FORM_OF_START = '<zeebe:formDefinition formId="f" />';
const BY =
  '<zeebe:properties><zeebe:property name="startedBy" value="市审计局" /></zeebe:properties>';
const startEvent = (...extensions: string[]) =>
  `<bpmn:startEvent id="S"><bpmn:extensionElements>${extensions.join('')}</bpmn:extensionElements></bpmn:startEvent>`;

test.each<[string, string, unknown[]]>([
  [
    'a form and somebody who may',
    startEvent(FORM_OF_START, BY),
    [{ processId: 'p', startedBy: '市审计局', variables: ['goal'] }],
  ],
  ['a form alone', startEvent(FORM_OF_START), []],
  ['somebody who may, and no form', startEvent(BY), []],
  ['a form nobody has', startEvent('<zeebe:formDefinition formId="other" />', BY), []],
  [
    'a start event of a sub-process only',
    `<bpmn:subProcess id="U">${startEvent(FORM_OF_START, BY)}</bpmn:subProcess>`,
    [],
  ],
])('with %s', async (_what, start, startable) => {
  const files = [diagram(start), { path: 'p/f.form', source: FORM }];
  expect(startableIn(await Promise.all(files.map(readModel)))).toEqual(startable);
});
