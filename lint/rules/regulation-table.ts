import type { RequiredTask } from '../../law/regulation.ts';
import { type Element, is, one, text } from '../../models/element.ts';
import { constantOf, feelValue } from '../../models/feel.ts';
import { flowElements } from '../../models/flow.ts';
import { extension, input, jobType } from '../../models/zeebe.ts';
import { bodyProblems, ROUTE } from '../bodies.ts';
import type { Context, DiagramRule, Report } from '../rule.ts';
import { listed } from '../text.ts';

/** Days, articles, bodies and grounds are those of the regulation, as law/regulation.yaml tells them. */
export const regulationTable: DiagramRule = {
  id: 'regulation-table',
  kind: 'diagram',
  severity: 'error',
  legal: true,
  check: (context) => ({
    check(process, { report }) {
      if (!is(process, 'bpmn:Process')) return;
      const required = context.regulation.tasks[process.id ?? ''] ?? {};
      const elements = flowElements(process);
      for (const reminder of elements.filter((element) => jobType(element) === 'remind')) {
        checkDelay(reminder, context, report);
      }
      for (const route of elements.filter(({ id }) => `${process.id}/${id}` === ROUTE)) {
        checkVariables(route, { context, report });
      }
      const tasks = elements.filter((element) => is(element, 'bpmn:UserTask'));
      for (const task of tasks) {
        const row = required[task.id ?? ''];
        if (row) checkTask(task, row, { context, report });
        else
          report(task.id, `对照表没有这一环节，请在 law/regulation.yaml 的 ${process.id} 下补充。`);
      }
      for (const id of Object.keys(required)) {
        if (!tasks.some((task) => task.id === id)) {
          report(process.id, `对照表要求有环节 ${id}，流程中没有。`);
        }
      }
    },
  }),
};

type Told = { context: Context; report: Report };

function checkDelay(reminder: Element, { regulation }: Context, report: Report): void {
  const { days, article } = regulation.delay;
  compare(reminder, 'delayLimit', '延误天数', days, report);
  compare(reminder, 'article', '条文', article, report);
}

function checkTask(task: Element, row: RequiredTask, { context, report }: Told): void {
  const source = input(task, 'limitDays');
  const limit = constantOf(source) ?? source;
  if (limit !== row.days) {
    report(task.id, `时限不一致：模型为 ${days(limit)}，对照表为 ${days(row.days)}。`);
  }
  const eachVisit = constantOf(input(task, 'eachVisit')) === true;
  if (eachVisit !== row['each-visit']) {
    const told = (each: boolean) => (each ? '每次重新计算' : '累计计算');
    report(
      task.id,
      `时限算法不一致：模型为${told(eachVisit)}，对照表为${told(row['each-visit'])}。`,
    );
  }
  compare(task, 'article', '条文', row.article, report);
  checkBody(task, row, { context, report });
  const grounds = constantOf(input(task, 'grounds'));
  const stops = row.stops ?? [];
  if (row.days !== undefined && JSON.stringify(grounds) !== JSON.stringify(stops)) {
    const found = Array.isArray(grounds) ? listed(grounds) : String(grounds);
    report(task.id, `停止计时的事由不一致：模型为 ${found}，对照表为 ${listed(stops)}。`);
  }
}

/** The variables that name the bodies of the stages. */
function checkVariables(route: Element, { context, report }: Told): void {
  for (const [name, body] of Object.entries(context.regulation.bodies)) {
    for (const problem of bodyProblems(`=${name}`, body, context)) {
      report(route.id, `输出参数 ${name} 的单位不一致${problem}`);
    }
  }
}

function checkBody(task: Element, { body, bodies }: RequiredTask, { context, report }: Told): void {
  if (bodies) checkMembers(task, bodies, report);
  const source = input(task, 'body');
  if (!body || source === undefined) return;
  for (const problem of bodyProblems(source, body, context)) {
    report(task.id, `承办单位不一致${problem}`);
  }
}

/** Bodies that act side by side: the collection of the multi-instance activity around the task. */
function checkMembers(task: Element, bodies: string[], report: Report): void {
  const loops = [task, task.$parent].flatMap(
    (element) => one(element, 'loopCharacteristics') ?? [],
  );
  const zeebe = loops.flatMap((loop) => extension(loop, 'zeebe:LoopCharacteristics') ?? []);
  const members = feelValue(text(zeebe[0], 'inputCollection') ?? '');
  const found = Array.isArray(members) ? members : [];
  const missing = bodies.filter((body) => !found.includes(body));
  if (missing.length > 0) {
    report(task.id, `会审单位不一致：模型为 ${listed(found)}，对照表为 ${listed(bodies)}。`);
  }
}

function compare(
  element: Element,
  name: string,
  label: string,
  wanted: unknown,
  report: Report,
): void {
  const source = input(element, name);
  const found = constantOf(source);
  if (found !== wanted) {
    report(
      element.id,
      `${label}不一致：模型为 ${found ?? source ?? '未填写'}，对照表为 ${wanted}。`,
    );
  }
}

function days(value: unknown): string {
  if (value === undefined) return '没有时限';
  return typeof value === 'number' ? `${value} 个工作日` : String(value);
}
