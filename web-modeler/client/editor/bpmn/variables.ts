import VariableProvider from '@bpmn-io/variable-resolver/lib/VariableProvider.js';
import { readForm } from '../../../../bpmn/lint/models/form.ts';
import type { Surroundings } from '../surroundings.ts';

type Variable = { name: string; type?: string; info?: string; entries?: Variable[] };

// What the job programs give: workers/open-task, workers/close-task, workers/check-application.
const CLOCK: Variable = {
  name: 'clock',
  type: 'Context',
  info: '本环节的法定计时',
  entries: [
    { name: 'limit', type: 'Number', info: '法定工作日数' },
    { name: 'used', type: 'Number', info: '已用工作日数' },
    { name: 'remaining', type: 'Number', info: '剩余工作日数' },
    { name: 'deadline', type: 'String', info: '截止日' },
    { name: 'remindFrom', type: 'String', info: '从何时起每日检查' },
    { name: 'text', type: 'String', info: '时限说明' },
  ],
};
const TASK: Variable[] = [
  CLOCK,
  { name: 'outcome', type: 'String', info: '办理结论' },
  { name: 'opinion', type: 'String', info: '办理意见' },
  { name: 'ground', type: 'String', info: '退回的事由' },
  { name: 'assignee', type: 'String', info: '办理人' },
  { name: 'candidateGroups', type: 'List', info: '可以办理的岗位' },
  { name: 'dueDate', type: 'String', info: '到期时间' },
];
const RESULT: Variable[] = [
  { name: 'outcome', type: 'String', info: '办理结论' },
  { name: 'opinion', type: 'String', info: '办理意见' },
  { name: 'ground', type: 'String', info: '退回的事由' },
  { name: 'body', type: 'String', info: '承办单位' },
  { name: 'signer', type: 'String', info: '签署人' },
  { name: 'signedAt', type: 'String', info: '签署时间' },
];
const PROJECT: Variable[] = [
  { name: 'projectId', type: 'String', info: '项目编号' },
  { name: 'route', type: 'String', info: '审批路径' },
  { name: 'approver', type: 'String', info: '立项审批单位' },
  { name: 'technicalReviewer', type: 'String', info: '技术评审单位' },
  { name: 'budgetApprover', type: 'String', info: '预算审批单位' },
  { name: 'ownerDelay', type: 'Number', info: '申报方累计延误的工作日数' },
];

/** Offers in expression fields what projects carry beyond what the diagram itself writes. */
export function variablesModule(surroundings: Promise<Surroundings>) {
  let known = PROJECT;
  surroundings.then(
    ({ files }) => {
      known = [...PROJECT, application(files), ...results(files)];
    },
    () => undefined,
  );

  class ProjectVariables extends VariableProvider {
    getVariables({ type }: { type: string }): Variable[] | undefined {
      if (type === 'bpmn:Process') return known;
      return type === 'bpmn:UserTask' ? TASK : undefined;
    }
  }
  return {
    __init__: ['projectVariables'],
    projectVariables: ['type', ProjectVariables],
  } satisfies Record<string, unknown>;
}

/** What an application holds, by the fields of the forms that write it. */
function application(files: Surroundings['files']): Variable {
  const fields = new Map<string, Variable>();
  for (const { path, source } of files.filter(({ path }) => path.endsWith('.form'))) {
    for (const { target, label } of componentsOf(path, source)) {
      const [variable, name] = target?.split('.') ?? [];
      if (variable !== 'application' || !name || fields.has(name)) continue;
      fields.set(name, { name, ...(label && { info: label }) });
    }
  }
  return { name: 'application', type: 'Context', info: '申报表', entries: [...fields.values()] };
}

function componentsOf(path: string, source: string) {
  try {
    return readForm(path, source).components;
  } catch {
    return [];
  }
}

/** Results of the steps of all processes. */
function results(files: Surroundings['files']): Variable[] {
  const names = new Set(
    files
      .filter(({ path }) => path.endsWith('.bpmn'))
      .flatMap(({ source }) => [...source.matchAll(/target="(result_\w+)"/g)])
      .map(([, name]) => name ?? ''),
  );
  return [...names].map((name) => ({
    name,
    type: 'Context',
    info: `环节 ${name.slice('result_'.length)} 的办理结果`,
    entries: RESULT,
  }));
}
