import { test } from '@jest/globals';
import { useWorld } from './support/use-world.ts';
import { variablesOf } from './support/variables.ts';
import { completed } from './support/elements.ts';

const world = useWorld();
const EL = (s: string, e: string) => `<zeebe:executionListeners>${s ? `<zeebe:executionListener eventType="start" type="${s}" retries="3"/>` : ''}${e ? `<zeebe:executionListener eventType="end" type="${e}" retries="3"/>` : ''}</zeebe:executionListeners>`;
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="D" targetNamespace="x" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">${body}</bpmn:definitions>`;
const seq = (id: string, els: [string, string][]) => `<bpmn:process id="${id}" isExecutable="true">${els.map(([eid, x], i) => x.replace('{{', `<bpmn:extensionElements>`).replace('}}', '</bpmn:extensionElements>')).join('')}${els.slice(1).map(([eid], i) => `<bpmn:sequenceFlow id="f${i}" sourceRef="${els[i]![0]}" targetRef="${eid}"/>`).join('')}</bpmn:process>`;
const call = (id: string, attrs: string, more = '', loop = ''): [string, string] => [id, `<bpmn:callActivity id="${id}">{{<zeebe:calledElement processId="x-child" ${attrs}/>${more}${EL('x-call', 'x-end')}}}${loop}</bpmn:callActivity>`];
const child = xml(seq('x-child', [
  ['s', '<bpmn:startEvent id="s"/>'],
  ['Task_Enter', '<bpmn:serviceTask id="Task_Enter">{{<zeebe:taskDefinition type="x-enter"/><zeebe:ioMapping><zeebe:output source="=given" target="given"/><zeebe:output source="=null" target="forged"/><zeebe:output source="=null" target="ticket"/></zeebe:ioMapping>}}</bpmn:serviceTask>'],
  ['Task_Work', '<bpmn:serviceTask id="Task_Work">{{<zeebe:taskDefinition type="x-work"/>}}</bpmn:serviceTask>'],
  ['e', '<bpmn:endEvent id="e"/>'],
]).replace('</bpmn:process>', '<bpmn:boundaryEvent id="b" attachedToRef="Task_Enter"><bpmn:errorEventDefinition errorRef="Er"/></bpmn:boundaryEvent><bpmn:endEvent id="End_StartedByHand"/><bpmn:sequenceFlow id="fb" sourceRef="b" targetRef="End_StartedByHand"/></bpmn:process><bpmn:error id="Er" errorCode="NOT_CALLED"/>'));
const caller = xml(seq('x-caller', [
  ['s', '<bpmn:startEvent id="s"/>'],
  call('Call_All', ''),
  call('Call_Local', 'propagateAllParentVariables="false"', '<zeebe:ioMapping><zeebe:input source="=one" target="one"/></zeebe:ioMapping>'),
  call('Call_Out', 'propagateAllChildVariables="false"', '<zeebe:ioMapping><zeebe:output source="=given" target="mapped"/></zeebe:ioMapping>'),
  call('Call_Many', '', '', '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]" inputElement="item"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'),
  ['Task_User', `<bpmn:userTask id="Task_User">{{<zeebe:userTask/><zeebe:ioMapping><zeebe:input source="=null" target="outcome"/><zeebe:output source="={outcome: outcome}" target="result_Task_User"/></zeebe:ioMapping>${EL('', 'x-close')}}}</bpmn:userTask>`],
  ['e', '<bpmn:endEvent id="e"/>'],
]));

test('what the engine does', async () => {
  const { engine, rest, search } = world;
  await engine.deployResources([
    { process: Buffer.from(child), name: 'x-child.bpmn' } as never,
    { process: Buffer.from(caller), name: 'x-caller.bpmn' } as never,
  ]);
  const log: unknown[] = [];
  let n = 0;
  const types: Record<string, (job: any) => object> = {
    'x-call': () => ({ ticket: `t${++n}` }),
    'x-end': () => ({}),
    'x-enter': (job) => { if (!job.variables.ticket) throw new Error('NOT'); return { given: `entered ${job.variables.ticket}` }; },
    'x-work': () => ({ worked: true }),
    'x-close': () => ({ result_Task_User: 'by listener' }),
  };
  let stop = false;
  const loops = Object.entries(types).map(async ([type, run]) => {
    while (!stop) {
      const jobs = await engine.activateJobs({ type, worker: 'x', timeout: 60000, maxJobsToActivate: 10, requestTimeout: 500 } as never).catch(() => []) as any[];
      for (const job of jobs) {
        log.push({ type, el: job.elementId, p: job.bpmnProcessId, i: job.processInstanceKey, e: job.elementInstanceKey, v: { ...job.variables } });
        try { await engine.completeJob({ jobKey: job.key, variables: run(job) as never }); }
        catch { await engine.throwError({ jobKey: job.key, errorCode: 'NOT_CALLED', errorMessage: 'x' }); }
      }
    }
  });
  const { processInstanceKey } = await engine.createProcessInstance({ bpmnProcessId: 'x-caller', variables: { one: 1, forged: 'yes' } as never });
  const byHand = await engine.createProcessInstance({ bpmnProcessId: 'x-child', variables: { one: 1, forged: 'yes' } as never });
  await new Promise((r) => setTimeout(r, 15000));
  const f = await (await fetch(`${rest}/v2/user-tasks/search`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"filter":{"processInstanceKey":${processInstanceKey}}}` })).text();
  console.log(f);
  const key = /"key":(\d+)/.exec(f)?.[1] ?? /"userTaskKey":"?(\d+)/.exec(f)?.[1];
  const r = await fetch(`${rest}/v2/user-tasks/${key}/completion`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ variables: { outcome: 'approve', result_Task_User: 'forged by completer', other: 1 } }) });
  console.log(r.status, await r.text());
  await new Promise((r) => setTimeout(r, 6000));
  stop = true;
  await Promise.all(loops);
  console.log(JSON.stringify(log, null, 0).replaceAll('},{"type"', '},\n{"type"'));
  console.log(JSON.stringify(await variablesOf(search, processInstanceKey), null, 0).replaceAll('},{', '},\n{'));
  console.log('by hand', await completed(search, byHand.processInstanceKey), await completed(search, processInstanceKey));
});
