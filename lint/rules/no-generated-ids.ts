import { type Element, is, text } from '../../models/element.ts';
import { extension, jobType, listeners } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';
import { listed } from '../text.ts';

const NAME = '[A-Z][A-Za-z0-9]*';

// The first entry that fits an element tells how its id begins.
const PREFIXES: [type: string, prefixes: string[]][] = [
  ['bpmn:SequenceFlow', ['Flow']],
  ['bpmn:StartEvent', ['Start']],
  ['bpmn:EndEvent', ['End']],
  ['bpmn:BoundaryEvent', ['Timer', 'Boundary']],
  ['bpmn:Event', ['Event', 'Timer']],
  ['bpmn:Gateway', ['Gateway']],
  ['bpmn:CallActivity', ['Call']],
  ['bpmn:SubProcess', ['SubProcess']],
  ['bpmn:Task', ['Task']],
];

/** Ids are names people know a step by; nothing the engine stumbles over is in them. */
export const noGeneratedIds: DiagramRule = {
  id: 'no-generated-ids',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: () => ({
    check(element, { report }) {
      const { id } = element;
      if (id === undefined || isDrawing(element)) return;
      if (/_[0-9][a-z0-9]{6}$/.test(id)) {
        report(id, '请把自动生成的编号改成有含义的名称。');
      } else {
        const problem = badName(element, id);
        if (problem) report(id, problem);
      }
      // camunda#32122: a % in any of these sticks Operate's importer.
      const told = [id, element.name, jobType(element), ...listeners(element), decisionOf(element)];
      if (told.some((value) => value?.includes('%'))) {
        report(id, '编号、名称、作业类型中不能有 % 号，Operate 会因此停止导入。');
      }
    },
  }),
};

function badName(element: Element, id: string): string | undefined {
  const [, prefixes] = PREFIXES.find(([type]) => is(element, type)) ?? [];
  if (!prefixes) return undefined;
  if (is(element, 'bpmn:SequenceFlow')) {
    return new RegExp(`^Flow_${NAME}_${NAME}$`).test(id)
      ? undefined
      : '顺序流编号请写作 Flow_<从哪来>_<什么结果>，如 Flow_TechnicalReview_Approve。';
  }
  return new RegExp(`^(${prefixes.join('|')})_${NAME}$`).test(id)
    ? undefined
    : `编号请写作 ${listed(prefixes.map((prefix) => `${prefix}_<名称>`))}，名称用大写字母开头的英文。`;
}

function decisionOf(element: Element): string | undefined {
  return text(extension(element, 'zeebe:CalledDecision'), 'decisionId');
}

/** Ids of the drawing are nobody's business. */
function isDrawing(element: Element): boolean {
  return /^(bpmndi|dc|di):/.test(element.$type);
}
