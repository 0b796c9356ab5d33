import type { Kind } from '../../api/common.ts';

/** A new model: its identifier, its Chinese name and the process it belongs to. */
export type NewModel = { kind: Kind; id: string; name: string; home: string };

/** Where a new model is kept: a process has a folder of its own. */
export function pathOf({ kind, id, home }: NewModel): string {
  switch (kind) {
    case 'process':
      return `${id}/${id}.bpmn`;
    case 'decision':
      return `${home}/${id}.dmn`;
    case 'form':
      return `${home}/${id}.form`;
    case 'notice':
      return `${home}/notices/${id}.txt`;
  }
}

/** The text a new model begins with: the least that the engine takes, with the names filled in. */
export function blankOf(model: NewModel): string {
  switch (model.kind) {
    case 'process':
      return blankProcess(model);
    case 'decision':
      return blankDecision(model);
    case 'form':
      return blankForm(model);
    case 'notice':
      return `主题: ${model.name}：{{application.projectName}}（{{projectId}}）\n\n`;
  }
}

/** The same for a file that is there but empty: it is named after the file. */
export function blankAt({ path, kind }: { path: string; kind: Kind }): string {
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return blankOf({ kind, id, name: id, home: '' });
}

const ENGINE = 'modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0"';
const NAMESPACE = 'urn:jiujiang:digital-projects';

/** `StageBudget` of `stage-budget`: the way element ids are made in the shipped models. */
function inCamelCase(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A process that others call, as most are: it asks where it comes from, and nothing else yet. */
function blankProcess({ id, name }: NewModel): string {
  const start = `Start_${inCamelCase(id)}`;
  const shape = (element: string, x: number, y: number, size: [number, number], label = '') =>
    `      <bpmndi:BPMNShape id="${element}_di" bpmnElement="${element}">
        <dc:Bounds x="${x}" y="${y}" width="${size[0]}" height="${size[1]}" />${label}
      </bpmndi:BPMNShape>`;
  const labelled = (x: number, y: number, width: number, height = 14) => `
        <bpmndi:BPMNLabel>
          <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />
        </bpmndi:BPMNLabel>`;
  const line = (flow: string, from: [number, number], to: [number, number]) =>
    `      <bpmndi:BPMNEdge id="${flow}_di" bpmnElement="${flow}">
        <di:waypoint x="${from[0]}" y="${from[1]}" />
        <di:waypoint x="${to[0]}" y="${to[1]}" />
      </bpmndi:BPMNEdge>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_${id}" targetNamespace="${NAMESPACE}" ${ENGINE}>
  <bpmn:process id="${id}" name="${escaped(name)}" isExecutable="true">
    <bpmn:startEvent id="${start}" name="开始">
      <bpmn:outgoing>Flow_Start_Enter</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:serviceTask id="Task_Enter" name="核对来源">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="enter-process" retries="8" />
        <zeebe:ioMapping>
          <zeebe:output source="=projectId" target="projectId" />
          <zeebe:output source="=proceedingId" target="proceedingId" />
          <zeebe:output source="=application" target="application" />
          <zeebe:output source="=null" target="ticket" />
        </zeebe:ioMapping>
      </bpmn:extensionElements>
      <bpmn:incoming>Flow_Start_Enter</bpmn:incoming>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="Boundary_NotCalled" name="未经调用" attachedToRef="Task_Enter">
      <bpmn:outgoing>Flow_NotCalled_End</bpmn:outgoing>
      <bpmn:errorEventDefinition id="ErrorDefinition_Boundary_NotCalled" errorRef="Error_NotCalled" />
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="End_StartedByHand" name="未经项目流程调用，不予办理">
      <bpmn:incoming>Flow_NotCalled_End</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_Start_Enter" sourceRef="${start}" targetRef="Task_Enter" />
    <bpmn:sequenceFlow id="Flow_NotCalled_End" sourceRef="Boundary_NotCalled" targetRef="End_StartedByHand" />
  </bpmn:process>
  <bpmn:error id="Error_NotCalled" name="未经项目流程调用" errorCode="NOT_CALLED" />
  <bpmndi:BPMNDiagram id="Diagram_${id}">
    <bpmndi:BPMNPlane id="Plane_${id}" bpmnElement="${id}">
${shape(start, 162, 162, [36, 36], labelled(169, 205, 22))}
${shape('Task_Enter', 253, 140, [100, 80])}
${shape('End_StartedByHand', 285, 302, [36, 36], labelled(259, 344, 88, 28))}
${shape('Boundary_NotCalled', 285, 202, [36, 36], labelled(315, 245, 48))}
${line('Flow_Start_Enter', [198, 180], [253, 180])}
${line('Flow_NotCalled_End', [303, 238], [303, 302])}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

function blankDecision({ id, name }: NewModel): string {
  const part = inCamelCase(id);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_${id}" name="${escaped(name)}" namespace="${NAMESPACE}" ${ENGINE}>
  <decision id="${id}" name="${escaped(name)}">
    <decisionTable id="DecisionTable_${part}" hitPolicy="UNIQUE">
      <input id="Input_${part}_1" label="条件">
        <inputExpression id="InputExpression_${part}_1" typeRef="string">
          <text></text>
        </inputExpression>
      </input>
      <output id="Output_${part}_1" label="结果" name="result" typeRef="string" />
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram>
      <dmndi:DMNShape dmnElementRef="${id}">
        <dc:Bounds height="80" width="180" x="160" y="100" />
      </dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;
}

function blankForm({ id, name }: NewModel): string {
  const form = {
    type: 'default',
    id,
    schemaVersion: 16,
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.6.0',
    components: [{ id: 'Text_title', type: 'text', text: `# ${name}` }],
  };
  return `${JSON.stringify(form, null, 2)}\n`;
}
