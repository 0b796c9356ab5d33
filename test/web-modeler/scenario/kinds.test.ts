import { expect, test } from '@jest/globals';
import { readBpmn } from '../../../models/bpmn.ts';
import { readDecisions } from '../../../models/dmn.ts';
import { type Element, is, list } from '../../../models/element.ts';
import { flowElements } from '../../../models/flow.ts';
import { listeners } from '../../../models/zeebe.ts';
import { HIT_POLICIES } from '../../../web-modeler/scenario/decide.ts';
import { doesJob } from '../../../web-modeler/scenario/jobs.ts';
import { unwalked } from '../../../web-modeler/scenario/kinds.ts';
import { shippedFiles } from './support/surroundings.ts';

async function elementsOf(source: string): Promise<Element[]> {
  const { definitions } = await readBpmn(source);
  return list(definitions, 'rootElements')
    .filter((element) => is(element, 'bpmn:Process'))
    .flatMap((process) => [process, ...flowElements(process)]);
}

test('the scenario walks every element of every model, but for the process that withdraws another one', async () => {
  const found: string[] = [];
  for (const { path, source } of await shippedFiles()) {
    if (!path.endsWith('.bpmn')) continue;
    for (const element of await elementsOf(source)) {
      const reason = is(element, 'bpmn:SequenceFlow') ? undefined : unwalked(element);
      if (reason) found.push(`${element.id}: ${reason}`);
      for (const listener of listeners(element)) {
        if (!doesJob(listener.split(' ')[1] ?? '')) found.push(`${element.id}: ${listener}`);
      }
    }
  }
  expect(found).toEqual(['Task_Withdraw: 作业“withdraw”只能在真实流程中办理，本设想到此为止。']);
});

test('the scenario knows every hit policy of the tables', async () => {
  const files = (await shippedFiles()).filter(({ path }) => path.endsWith('.dmn'));
  expect(files.length).toBeGreaterThan(0);
  for (const { source } of files) {
    for (const { id, table } of (await readDecisions(source)).decisions) {
      expect([id, table?.hitPolicy]).toEqual([
        id,
        expect.stringMatching(new RegExp(`^(${HIT_POLICIES.join('|')})$`)),
      ]);
    }
  }
});

const task = (kind: string, inside = '') =>
  elementsOf(`<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d">
    <bpmn:process id="p"><bpmn:${kind} id="x">${inside}</bpmn:${kind}></bpmn:process>
  </bpmn:definitions>`).then(([, element]) => element && unwalked(element));

test.each([
  ['manualTask', ''],
  ['inclusiveGateway', ''],
  ['eventBasedGateway', ''],
  ['intermediateCatchEvent', '<bpmn:timerEventDefinition id="t" />'],
  ['endEvent', '<bpmn:signalEventDefinition id="s" />'],
  ['boundaryEvent', '<bpmn:timerEventDefinition id="t" />'],
  ['userTask', ''],
  ['subProcess', '<bpmn:multiInstanceLoopCharacteristics isSequential="true" />'],
])('%s %s is told as not walked', async (kind, inside) => {
  expect(await task(kind, inside)).toMatch(/[\u4e00-\u9fff].*。$/);
});
