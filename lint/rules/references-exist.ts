import { noticeHomes } from '../../models/common.ts';
import { type Element, is, text } from '../../models/element.ts';
import { constantOf } from '../../models/feel.ts';
import { processOf } from '../../models/flow.ts';
import { extension, input, jobType, listeners } from '../../models/zeebe.ts';
import type { Context, DiagramRule } from '../rule.ts';

type Reference = { type: string; property: string; what: string; known: (c: Context) => string[] };

const REFERENCES: Reference[] = [
  {
    type: 'zeebe:FormDefinition',
    property: 'formId',
    what: '表单',
    known: ({ models }) => models.forms,
  },
  {
    type: 'zeebe:CalledElement',
    property: 'processId',
    what: '被调用的流程',
    known: ({ models }) => models.processes,
  },
  {
    type: 'zeebe:CalledDecision',
    property: 'decisionId',
    what: '决策表',
    known: ({ models }) => models.decisions,
  },
];

/** Whatever a diagram names outside itself is there, and is bound to the same deployment. */
export const referencesExist: DiagramRule = {
  id: 'references-exist',
  kind: 'diagram',
  severity: 'error',
  legal: false,
  check: (context) => ({
    check(element, { report }) {
      if (!is(element, 'bpmn:FlowNode', 'bpmn:Process')) return;
      for (const { type, property, what, known } of REFERENCES) {
        const reference = extension(element, type);
        const id = text(reference, property);
        if (!reference) continue;
        if (id === undefined || !known(context).includes(id)) {
          report(element.id, `找不到${what}“${id ?? ''}”，请核对编号。`);
        }
        if (text(reference, 'bindingType') !== 'deployment') {
          report(element.id, `请把${what}的绑定方式设为 deployment，在办项目才会保持原来的版本。`);
        }
      }
      if (is(element, 'bpmn:UserTask') && !extension(element, 'zeebe:FormDefinition')) {
        report(element.id, '请为用户任务关联表单。');
      }
      if (jobType(element) === 'notify') {
        const problem = noticeProblem(element, context);
        if (problem) report(element.id, problem);
      }
      for (const type of jobTypes(element)) {
        if (!context.models.jobTypes.includes(type)) {
          report(element.id, `没有处理作业类型“${type}”的程序，请核对写法。`);
        }
      }
    },
  }),
};

function noticeProblem(element: Element, { models }: Context): string | undefined {
  const template = constantOf(input(element, 'template'));
  if (typeof template !== 'string') return '请用输入参数 template 直接写明通知模板的名称。';
  const homes = noticeHomes(processOf(element)?.id ?? '');
  return homes.some((home) => models.notices.includes(`${home}/${template}`))
    ? undefined
    : `找不到通知模板“${template}”，请在 bpmn/${homes[0]}/notices/ 中补充 ${template}.txt。`;
}

function jobTypes(element: Element): string[] {
  const listened = listeners(element).map((listener) => listener.split(' ')[1] ?? '');
  return [...listened, ...(jobType(element) === undefined ? [] : [jobType(element) ?? ''])];
}
