const EVENT_KINDS = [
  'message',
  'timer',
  'conditional',
  'signal',
  'error',
  'escalation',
  'compensate',
  'link',
  'terminate',
  'cancel',
];

type Element = { id: string; xml: string; width: number; height: number };

const TASKS = [
  'task',
  'userTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'manualTask',
  'businessRuleTask',
  'scriptTask',
  'callActivity',
];
const GATEWAYS = [
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'complexGateway',
  'eventBasedGateway',
];
const SCOPES = ['subProcess', 'transaction', 'adHocSubProcess'];
const DATA = ['dataObjectReference', 'dataStoreReference', 'textAnnotation', 'group'];
const EVENTS: Record<string, string[]> = {
  startEvent: ['message', 'timer', 'conditional', 'signal'],
  intermediateCatchEvent: ['message', 'timer', 'conditional', 'signal', 'link'],
  intermediateThrowEvent: ['message', 'escalation', 'signal', 'compensate', 'link'],
  endEvent: ['message', 'escalation', 'error', 'compensate', 'signal', 'terminate'],
};
const BOUNDARY = ['message', 'timer', 'escalation', 'conditional', 'error', 'signal', 'compensate'];
const COLUMNS = 9;
const STEP = { x: 150, y: 130 };

/** A diagram with one element of every kind the modeler can draw, and their ids. */
export function everyElement(processId: string): { source: string; ids: string[] } {
  const elements: Element[] = [
    ...TASKS.map((type) => box(type, 100, 80)),
    ...['userTask', 'serviceTask'].map(repeated),
    ...['statutory-task', 'untimed-task'].map((template) => templated('userTask', template)),
    templated('serviceTask', 'reminder'),
    templated('sendTask', 'notice'),
    templated('callActivity', 'call-stage'),
    ...GATEWAYS.map((type) => box(type, 50, 50)),
    ...SCOPES.map((type) => box(type, 100, 80)),
    ...DATA.map((type) => box(type, type === 'dataObjectReference' ? 36 : 50, 50)),
    ...['startEvent', 'intermediateThrowEvent', 'endEvent'].map((type) => box(type, 36, 36)),
    ...Object.entries(EVENTS).flatMap(([type, kinds]) => kinds.map((kind) => event(type, kind))),
  ];
  const hosts = BOUNDARY.map((kind) => box('task', 100, 80, `Host_${kind}`));
  const boundaries = BOUNDARY.map((kind) =>
    event('boundaryEvent', kind, ` attachedToRef="Host_${kind}"`),
  );
  const placed = [...elements, ...hosts];
  const shapes = placed.map((element, index) => shape(element, placeOf(index, element)));
  const borders = boundaries.map((element, index) => {
    const host = placeOf(elements.length + index, { width: 100, height: 80 });
    return shape(element, { x: host.x + 32, y: host.y + 62 });
  });
  const flows = [
    flow('Flow_Plain', 'Task_task', 'Task_userTask'),
    flow('Flow_Default', 'Gateway_exclusiveGateway', 'Gateway_parallelGateway'),
    flow('Flow_Condition', 'Gateway_exclusiveGateway', 'Gateway_inclusiveGateway', true),
  ];
  return {
    ids: [...placed, ...boundaries].map(({ id }) => id).concat(flows.map(({ id }) => id)),
    source: `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_1" targetNamespace="urn:test" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
<bpmn:process id="${processId}" name="各种环节" isExecutable="true">
${[...placed, ...boundaries, ...flows].map(({ xml }) => xml).join('\n')}
</bpmn:process>
<bpmn:message id="Message_1" name="消息" /><bpmn:signal id="Signal_1" name="信号" />
<bpmn:error id="Error_1" name="错误" errorCode="X" /><bpmn:escalation id="Escalation_1" name="上报" escalationCode="X" />
<bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="${processId}">
${[...shapes, ...borders, ...flows.map(({ drawn }) => drawn)].join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`,
  };

  function flow(id: string, from: string, to: string, condition = false) {
    const [a, b] = [from, to].map((end) => {
      const index = placed.findIndex((element) => element.id === end);
      const element = placed[index];
      if (!element) throw new Error(`no ${end}`);
      const at = placeOf(index, element);
      return { x: at.x + element.width / 2, y: at.y + (condition ? element.height : 0) };
    });
    const body = condition
      ? '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=a = 1</bpmn:conditionExpression>'
      : '';
    return {
      id,
      xml: `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${body}</bpmn:sequenceFlow>`,
      drawn: `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${a?.x}" y="${a?.y}" /><di:waypoint x="${b?.x}" y="${b?.y}" /></bpmndi:BPMNEdge>`,
    };
  }
}

function box(type: string, width: number, height: number, id = idOf(type)): Element {
  if (type === 'textAnnotation') {
    return {
      id,
      width: 100,
      height: 30,
      xml: `<bpmn:textAnnotation id="${id}"><bpmn:text>注释</bpmn:text></bpmn:textAnnotation>`,
    };
  }
  const inside =
    type === 'dataObjectReference'
      ? ' dataObjectRef="DataObject_1" /><bpmn:dataObject id="DataObject_1" />'
      : type === 'exclusiveGateway'
        ? ' default="Flow_Default" />'
        : ' />';
  const name = type === 'group' ? '' : ' name="某项"';
  return { id, width, height, xml: `<bpmn:${type} id="${id}"${name}${inside}` };
}

function idOf(type: string): string {
  return `${type.endsWith('Gateway') ? 'Gateway' : 'Task'}_${type}`;
}

function repeated(type: string): Element {
  const id = `Repeated_${type}`;
  const loop = `<bpmn:multiInstanceLoopCharacteristics />`;
  return {
    id,
    width: 100,
    height: 80,
    xml: `<bpmn:${type} id="${id}" name="多份">${loop}</bpmn:${type}>`,
  };
}

function templated(type: string, template: string): Element {
  const id = `Templated_${template}`;
  const xml = `<bpmn:${type} id="${id}" name="模板" zeebe:modelerTemplate="${template}" />`;
  return { id, width: 100, height: 80, xml };
}

function event(type: string, kind: string, attributes = ''): Element {
  if (!EVENT_KINDS.includes(kind)) throw new Error(`no event of kind ${kind}`);
  const id = `Event_${type}_${kind}`;
  const reference = ['message', 'signal', 'error', 'escalation'].includes(kind)
    ? ` ${kind}Ref="${kind[0]?.toUpperCase()}${kind.slice(1)}_1"`
    : '';
  const definition = `<bpmn:${kind}EventDefinition id="Definition_${type}_${kind}"${reference} />`;
  return {
    id,
    width: 36,
    height: 36,
    xml: `<bpmn:${type} id="${id}" name="某事"${attributes}>${definition}</bpmn:${type}>`,
  };
}

function placeOf(index: number, { width, height }: { width: number; height: number }) {
  const [column, row] = [index % COLUMNS, Math.floor(index / COLUMNS)];
  return { x: 200 + column * STEP.x - width / 2, y: 120 + row * STEP.y - height / 2 };
}

function shape({ id, width, height }: Element, { x, y }: { x: number; y: number }): string {
  const expanded = SCOPES.some((type) => id === idOf(type)) ? ' isExpanded="true"' : '';
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${expanded}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}
