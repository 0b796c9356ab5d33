/** A small house of models, so that what the tables say of each kind of step can be read beside what it is made from. */

type Drawn = { xml: string; x: number };

const at = (x: number, xml: string): Drawn => ({ xml, x });

function diagram(
  processes: { id: string; name: string; drawn: Drawn[]; flows?: string[] }[],
): string {
  const body = processes.map(({ id, name, drawn, flows = [] }) => {
    const elements = drawn.map(({ xml }) => withOutgoing(xml, flows)).join('');
    return `<bpmn:process id="${id}" name="${name}">${elements}${flows.join('')}</bpmn:process>`;
  });
  const shapes = processes
    .flatMap(({ drawn }) => drawn)
    .flatMap(({ xml, x }) =>
      [...xml.matchAll(/<bpmn:\w+ id="((?:Task|Call|Start|Gateway)_\w+)"/g)].map(([, id]) => ({
        id,
        x,
      })),
    )
    .map(
      ({ id, x }) =>
        `<bpmndi:BPMNShape id="Di_${id}" bpmnElement="${id}"><dc:Bounds x="${x}" y="0" width="9" height="9" /></bpmndi:BPMNShape>`,
    );
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="D" targetNamespace="t">${body.join('')}<bpmndi:BPMNDiagram id="P"><bpmndi:BPMNPlane id="Plane">${shapes.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}

/** The element with the flows that leave it, as the reader wants them told. */
function withOutgoing(xml: string, flows: string[]): string {
  const [open = '', kind = '', id = '', rest = ''] =
    /^<bpmn:(\w+) id="(\w+)"([^>]*)>/.exec(xml) ?? [];
  const outgoing = flows
    .filter((one) => one.includes(`sourceRef="${id}"`))
    .map((one) => `<bpmn:outgoing>${/id="(\w+)"/.exec(one)?.[1]}</bpmn:outgoing>`)
    .join('');
  if (!rest.endsWith('/')) return `${open}${outgoing}${xml.slice(open.length)}`;
  return `<bpmn:${kind} id="${id}"${rest.slice(0, -1)}>${outgoing}</bpmn:${kind}>`;
}

const extended = (content: string) => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;
const userTask = (id: string, name: string) => `<bpmn:userTask id="${id}" name="${name}" />`;
const job = (kind: string, id: string, name: string, type: string, inputs: string, says: string) =>
  `<bpmn:${kind} id="${id}" name="${name}"><bpmn:documentation>${says}</bpmn:documentation>${extended(
    `<zeebe:taskDefinition type="${type}" /><zeebe:ioMapping>${inputs}</zeebe:ioMapping>`,
  )}</bpmn:${kind}>`;
const call = (id: string, called: string) =>
  `<bpmn:callActivity id="${id}">${extended(`<zeebe:calledElement processId="${called}" />`)}</bpmn:callActivity>`;
const flow = (from: string, to: string, condition?: string) =>
  `<bpmn:sequenceFlow id="Flow_${from}_${to}" sourceRef="${from}" targetRef="${to}">${
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

/** The process everything begins with: a check, a review side by side, a table, calls, a notice, and a step aside. */
export const START = diagram([
  {
    id: 'start',
    name: '申报',
    drawn: [
      at(
        300,
        job(
          'sendTask',
          'Task_Close',
          '告知',
          'notify',
          `<zeebe:input source='="told"' target="template" />`,
          '(第二十四条)',
        ),
      ),
      at(10, job('serviceTask', 'Task_Check', '核验', 'check', '', '(第十八条、第七条)')),
      at(15, job('serviceTask', 'Task_Collect', '汇集', 'collect', '', '不引条文')),
      at(
        20,
        `<bpmn:subProcess id="Sub"><bpmn:multiInstanceLoopCharacteristics>${extended(
          `<zeebe:loopCharacteristics inputCollection='=concatenate(["市甲局"], result_Task_Ask.bodies)' />`,
        )}</bpmn:multiInstanceLoopCharacteristics>${userTask('Task_Join', '会审')}</bpmn:subProcess>`,
      ),
      at(
        30,
        `<bpmn:businessRuleTask id="Task_Grounds">${extended(
          '<zeebe:calledDecision decisionId="grounds" resultVariable="g" /><zeebe:ioMapping><zeebe:input source="=result_Task_Join.items" target="items" /></zeebe:ioMapping>',
        )}</bpmn:businessRuleTask>`,
      ),
      at(
        35,
        `<bpmn:businessRuleTask id="Task_Route">${extended(
          '<zeebe:calledDecision decisionId="approval-route" resultVariable="r" /><zeebe:ioMapping><zeebe:output source="=r.size" target="size" /></zeebe:ioMapping>',
        )}</bpmn:businessRuleTask>`,
      ),
      at(40, call('Call_Approval', 'approval')),
      at(
        5,
        `<bpmn:subProcess id="Aside" triggeredByEvent="true">${userTask('Task_Delay', '延后')}</bpmn:subProcess>`,
      ),
    ],
  },
  {
    id: 'approval',
    name: '审批',
    drawn: [
      at(0, '<bpmn:startEvent id="Start_Approval" />'),
      at(10, call('Call_Review', 'stage-review')),
      at(20, '<bpmn:exclusiveGateway id="Gateway_Size" default="Flow_Gateway_Size_Task_End" />'),
      at(30, call('Call_Second', 'stage-second-review')),
      at(40, '<bpmn:task id="Task_End" />'),
    ],
    flows: [
      flow('Start_Approval', 'Call_Review'),
      flow('Call_Review', 'Gateway_Size'),
      flow('Gateway_Size', 'Call_Second', '=size = "full"'),
      flow('Gateway_Size', 'Task_End'),
    ],
  },
]);

/** The stages: a reviewer who hands back to an untimed step and to timed ones, and the province. */
export const STAGE = diagram([
  {
    id: 'stage-review',
    name: '评审',
    drawn: [
      at(0, '<bpmn:startEvent id="Start_Review" />'),
      at(10, userTask('Task_Review', '评审')),
      at(15, '<bpmn:exclusiveGateway id="Gateway_Review" />'),
      at(16, '<bpmn:exclusiveGateway id="Gateway_Ground" />'),
      at(20, userTask('Task_Revise', '编修')),
      at(30, userTask('Task_Confirm', '确认')),
      at(40, userTask('Task_Answer', '答复')),
    ],
    flows: [
      flow('Start_Review', 'Task_Review'),
      flow('Task_Review', 'Gateway_Review'),
      flow('Gateway_Review', 'Gateway_Ground', '=result_Task_Review.outcome = "return"'),
      flow('Gateway_Ground', 'Task_Revise', '=result_Task_Review.ground = "编修"'),
      flow('Gateway_Ground', 'Task_Confirm', '=result_Task_Review.ground = "确认"'),
      flow('Gateway_Ground', 'Task_Answer'),
    ],
  },
  {
    id: 'stage-second-review',
    name: '复审',
    drawn: [at(0, '<bpmn:startEvent id="Start_Second" />')],
  },
  {
    id: 'provincial-review',
    name: '省审',
    drawn: [
      at(0, '<bpmn:startEvent id="Start_Province" />'),
      at(10, userTask('Task_RecordProvince', '登记省审')),
    ],
    flows: [flow('Start_Province', 'Task_RecordProvince')],
  },
]);

function decision(id: string, inputs: string[], outputs: string[], rules: string[][]): string {
  const tag = (name: string, text: string) =>
    `<${name}><text>${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</text></${name}>`;
  const rows = rules.map(
    (cells) =>
      `<rule>${cells.map((cell, index) => tag(index < inputs.length ? 'inputEntry' : 'outputEntry', cell)).join('')}</rule>`,
  );
  return `<decision id="${id}" name="${id}"><decisionTable>${inputs
    .map((name) => `<input>${tag('inputExpression', name)}</input>`)
    .join(
      '',
    )}${outputs.map((name) => `<output name="${name}" />`).join('')}${rows.join('')}</decisionTable></decision>`;
}

export const ROUTES = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="T" name="t" namespace="t">${[
  decision(
    'approval-route',
    ['investment', 'kind'],
    ['route', 'size', 'basis'],
    [
      ['< 200', '"construction"', '"approval"', 'null', '"第二十五条"'],
      ['[200..5000)', 'not("construction")', '"approval"', '"merged"', '"第二十五条"'],
      ['>= 5000', '"construction"', '"approval"', '"full"', '"第二十五条"'],
      ['-', 'date("2030-01-01")', '"elsewhere"', 'null', '"第三十五条"'],
    ],
  ),
  decision(
    'over-limit',
    ['investment'],
    ['overLimit'],
    [
      ['< 1000', 'false'],
      ['>= 1000', 'true'],
    ],
  ),
  decision(
    'grounds',
    ['items'],
    ['article'],
    [
      ['"a"', '"第二十二条"'],
      ['"b"', '"第二十二条"'],
    ],
  ),
].join('')}</definitions>`;

export const REGULATION = `
articles: { count: 45, paragraphs: {}, items: {} }
bodies: {}
delay: { days: 30, article: 第二十七条 }
decisions: {}
tasks:
  start:
    Task_Join: { article: 第二十条, bodies: [市甲局, 市乙局] }
    Task_Delay: { article: 第二十七条 }
  stage-review:
    Task_Review: { days: 15, article: 第二十五条第二项, body: { agency: 市甲局, soe: 市甲局, county: 县甲局 }, stops: [编修] }
    Task_Revise: { days: 20, article: 第二十五条第二项, body: 项目业主单位 }
    Task_Confirm: { article: 第二十五条第二款, body: 项目业主单位 }
    Task_Answer: { days: 5, each-visit: true, article: 第二十五条第二项, body: 项目业主单位 }
  provincial-review:
    Task_RecordProvince: { article: 第二十三条, body: 市甲局 }
`;

export const TESTS: Record<string, string> = {
  'test/process/join-twice.test.ts': 'Task_Join',
  'test/process/often.test.ts':
    'Task_Join Task_Join Task_Review Task_Revise Task_Confirm Task_Answer Task_Delay Task_RecordProvince',
  'test/process/told.test.ts': "mailsOf('told')",
  'test/process/named.test.ts': "toBe('approval')",
  'test/workers/check/check.test.ts': '',
};
