import { type Element, is, one, text } from '../../models/element.ts';
import { reads } from '../../models/feel.ts';
import { condition } from '../../models/flow.ts';
import type { UserTask } from '../../models/user-task.ts';
import { extension, inputs, outputs } from '../../models/zeebe.ts';
import type { DiagramRule } from '../rule.ts';

// What close-task adds to every result.
const STAMPED = ['outcomeWord', 'body', 'signer', 'signedAt'];

/** An expression reads a step's result by a field that step really gives. */
export const resultsKnown: DiagramRule = {
  id: 'results-known',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: ({ models }) => ({
    check(element, { report }) {
      for (const source of expressions(element)) {
        for (const { name, fields } of reads(source)) {
          const problem = resultProblem(name, fields, models.userTasks);
          if (problem) report(element.id, problem);
        }
      }
    },
  }),
};

/** What is wrong with reading these fields of a variable `result_<task>`; undefined for other variables. */
export function resultProblem(
  name: string,
  fields: string[],
  tasks: UserTask[],
): string | undefined {
  if (!name.startsWith('result_')) return undefined;
  const given = tasks.filter(({ id }) => name === `result_${id}`);
  if (given.length === 0) return `没有用户任务给出 ${name}，请核对环节编号。`;
  const known = new Set([...STAMPED, ...given.flatMap((task) => task.fields ?? fields)]);
  const unknown = fields.filter((field) => !known.has(field));
  if (unknown.length === 0) return undefined;
  return `${name} 没有 ${unknown.join('、')} 这一项，只有 ${[...known].join('、')}。`;
}

function expressions(element: Element): string[] {
  if (is(element, 'bpmn:SequenceFlow')) return [condition(element) ?? ''];
  if (!is(element, 'bpmn:FlowNode')) return [];
  const own = is(element, 'bpmn:UserTask') ? [] : outputs(element);
  const loop = one(element, 'loopCharacteristics');
  const zeebe = loop && extension(loop, 'zeebe:LoopCharacteristics');
  return [
    ...[...inputs(element), ...own].map(({ source }) => source),
    text(extension(element, 'zeebe:Script'), 'expression') ?? '',
    text(zeebe, 'inputCollection') ?? '',
    text(zeebe, 'outputElement') ?? '',
  ];
}
