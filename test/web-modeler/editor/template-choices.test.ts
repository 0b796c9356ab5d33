import { expect, test } from '@jest/globals';
import { withChoices } from '../../../web-modeler/editor/bpmn/template-choices.ts';

const BLOB = '0'.repeat(40);

function model(kind: 'process' | 'form' | 'notice', path: string, id: string, name: string) {
  return {
    path,
    kind,
    id,
    name,
    home: { id: path.split('/')[0] ?? '', name: '流程' },
    blob: BLOB,
    changed: {
      commit: BLOB,
      blob: BLOB,
      by: { id: 'a', name: '甲' },
      at: '2026-10-01T00:00:00Z',
      note: '',
    },
    state: 'published' as const,
    deployedVersion: null,
    errors: 0,
    warnings: 0,
    differsFromShipped: false,
  };
}

const library = [
  model('process', 'stage-design/stage-design.bpmn', 'stage-design', '初步设计'),
  model('form', 'stage-design/prepare-design.form', 'prepare-design', '编制初步设计'),
  model('notice', 'stage-design/notices/ours.txt', 'ours', '本流程的通知'),
  model('notice', 'project-application/notices/common.txt', 'common', '共用的通知'),
  model('notice', 'stage-budget/notices/theirs.txt', 'theirs', '别的流程的通知'),
];

test('forms, processes and notices are chosen by their Chinese names, only what the process may use', () => {
  const [template] = withChoices(
    [
      {
        id: 'a',
        properties: [
          { type: 'String', binding: { type: 'zeebe:formDefinition', property: 'formId' } },
          { type: 'String', binding: { type: 'zeebe:calledElement', property: 'processId' } },
          { type: 'String', feel: 'required', binding: { type: 'zeebe:input', name: 'template' } },
          { type: 'Number', feel: 'static', binding: { type: 'zeebe:input', name: 'limitDays' } },
        ],
      },
    ],
    library,
    'stage-design/stage-design.bpmn',
  );
  expect(template).toMatchObject({
    properties: [
      { type: 'Dropdown', choices: [{ name: '编制初步设计', value: 'prepare-design' }] },
      { type: 'Dropdown', choices: [{ name: '初步设计', value: 'stage-design' }] },
      {
        type: 'Dropdown',
        choices: [
          { name: '本流程的通知', value: '="ours"' },
          { name: '共用的通知', value: '="common"' },
        ],
      },
      { type: 'Number', feel: 'static' },
    ],
  });
});

test('what a template sets by itself stays as it is', () => {
  const hidden = {
    type: 'Hidden',
    value: 'stage-extension',
    binding: { type: 'zeebe:calledElement', property: 'processId' },
  };
  expect(withChoices([{ id: 'a', properties: [hidden] }], library, 'a/a.bpmn')).toEqual([
    { id: 'a', properties: [hidden] },
  ]);
});
