/// <reference path="../../../web-modeler/page/modules.d.ts" />
/// <reference path="../../../web-modeler/editor/modules.d.ts" />

import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { coloursOf } from '../../../web-modeler/compare/page/diagram/differences.ts';

const moddle = new BpmnModdle({ zeebe });
const source = await readFile('bpmn/stage-technical-review/stage-technical-review.bpmn', 'utf8');

test('only the step that changed is coloured, however another program writes the others', async () => {
  const changed = source
    .replace('source="=15" target="limitDays"', 'source="=10" target="limitDays"')
    .replaceAll(/(type="(?:open|close)-task") (retries="8")/g, '$2 $1')
    .replaceAll(/(<zeebe:userTask \/>)(\s*)(<zeebe:formDefinition [^>]*\/>)/g, '$3$2$1')
    .replaceAll(/(<zeebe:input [^>]*"role" \/>)(\s*)(<zeebe:input [^>]*\/>)/g, '$3$2$1');
  const { after } = await colours(source, changed);
  expect([...after]).toEqual([['Task_TechnicalReview', 'changed']]);
});

test('inputs that read one another are not put into another order', async () => {
  const first = '<zeebe:input source="=1" target="b" />';
  const second = '<zeebe:input source="=b + 1" target="a" />';
  const anchor = /(<bpmn:userTask id="Task_TechnicalReview"[\s\S]*?<zeebe:ioMapping>)/;
  const { after } = await colours(
    source.replace(anchor, `$1${first}${second}`),
    source.replace(anchor, `$1${second}${first}`),
  );
  expect([...after]).toEqual([['Task_TechnicalReview', 'changed']]);
});

async function colours(before: string, after: string) {
  const [one, other] = await Promise.all([before, after].map((text) => moddle.fromXML(text)));
  return coloursOf(one?.rootElement, other?.rootElement, []);
}
