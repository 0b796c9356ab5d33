import { readForm } from '../../../models/form.ts';
import type { Surroundings } from '../surroundings.ts';

/** A variable as the expression editor offers it. */
export type Variable = { name: string; detail?: string; info?: string; entries?: Variable[] };

const RESULT: Variable[] = [
  { name: 'outcome', info: '办理结论' },
  { name: 'opinion', info: '办理意见' },
  { name: 'ground', info: '退回的事由' },
  { name: 'outcomeWord', info: '结论的名称' },
  { name: 'body', info: '承办单位' },
  { name: 'signer', info: '签署人' },
  { name: 'signedAt', info: '签署时间' },
];

/** What the job programs give a step: workers/open-task. */
export const variablesOfTask: Variable[] = [
  {
    name: 'clock',
    detail: 'Context',
    info: '本环节的法定计时',
    entries: [
      { name: 'limit', info: '法定工作日数' },
      { name: 'used', info: '已用工作日数' },
      { name: 'remaining', info: '剩余工作日数' },
      { name: 'deadline', info: '截止日' },
      { name: 'remindFrom', info: '从何时起每日检查' },
      { name: 'text', info: '时限说明' },
    ],
  },
  ...RESULT.slice(0, 3),
  { name: 'assignee', info: '办理人' },
  { name: 'candidateGroups', info: '可以办理的岗位' },
  { name: 'dueDate', info: '到期时间' },
];

const PROJECT: Variable[] = [
  { name: 'projectId', info: '项目编号' },
  { name: 'route', info: '审批路径' },
  { name: 'approver', info: '立项审批单位' },
  { name: 'technicalReviewer', info: '技术评审单位' },
  { name: 'budgetApprover', info: '预算审批单位' },
  { name: 'ownerDelay', info: '申报方累计延误的工作日数' },
];

/** What every project carries: its application, by the fields of the forms, and the results of all steps. */
export function variablesOfProjects(files: Surroundings['files']): Variable[] {
  return [...PROJECT, application(files), ...results(files)];
}

function application(files: Surroundings['files']): Variable {
  const fields = new Map<string, Variable>();
  for (const { path, source } of files.filter((file) => file.path.endsWith('.form'))) {
    for (const { target, label } of componentsOf(path, source)) {
      const [variable, name] = target?.split('.') ?? [];
      if (variable !== 'application' || !name || fields.has(name)) continue;
      fields.set(name, { name, ...(label && { info: label }) });
    }
  }
  return { name: 'application', detail: 'Context', info: '申报表', entries: [...fields.values()] };
}

function componentsOf(path: string, source: string) {
  try {
    return readForm(path, source).components;
  } catch {
    return [];
  }
}

function results(files: Surroundings['files']): Variable[] {
  const names = new Set(
    files
      .filter(({ path }) => path.endsWith('.bpmn'))
      .flatMap(({ source }) => [...source.matchAll(/target="(result_\w+)"/g)])
      .map(([, name]) => name ?? ''),
  );
  return [...names].map((name) => ({
    name,
    detail: 'Context',
    info: `环节 ${name.slice('result_'.length)} 的办理结果`,
    entries: RESULT,
  }));
}
