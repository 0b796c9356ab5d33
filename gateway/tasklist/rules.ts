import { z } from 'zod';
import { applyingUnit } from '../../law/application/units.ts';
import type { Directory } from '../../law/directory/index.ts';
import type { Startable } from '../../models/startable.ts';
import type { Records } from '../../records/index.ts';
import { answered, given, isGood, withBody } from '../read.ts';
import { notThere } from '../refusal.ts';
import { asItIs, filled, type Request, type Rule } from '../rule.ts';
import { enteredAt, onlyOf, variablesSchema } from './entered.ts';
import { formVariables } from './form-variables.ts';
import { mayAct } from './may-act.ts';
import { checkStart } from './may-start.ts';
import { searchSchema } from './search.ts';
import { signedBy, whyNot } from './sign.ts';
import { ownBodies, ownTasks } from './tasks.ts';

/** What the door to Tasklist decides by: the directory, the records and the models, never what a page says. */
export type TasklistWorld = {
  directory: () => Directory;
  /** By the engine's clock, as deadlines are; who may act changes by the day. */
  now: () => Promise<Date>;
  /** The same to the moment, for what is signed. */
  exactly: () => Promise<Date>;
  records: Pick<Records, 'openClocks' | 'project' | 'sign'>;
  /** The processes that people start, of the models that run. */
  startable: () => Promise<Startable[]>;
};

const processesSchema = z.array(z.looseObject({ bpmnProcessId: z.string() }));
const formQuerySchema = z.strictObject({
  processDefinitionKey: z.string().regex(/^\d{1,20}$/),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
});

/** The calls of Tasklist's pages that are let through; each is limited to what belongs to the person's bodies. */
export function tasklistRules(world: TasklistWorld): Rule[] {
  const tasks = ownTasks();
  const asking = async ({ person }: Request) => ({
    person,
    directory: world.directory(),
    now: await world.now(),
  });

  return [
    asItIs('GET', '/v1/internal/users/current'),
    {
      method: 'POST',
      path: '/v1/tasks/search',
      async answer(request, ask) {
        const wanted = given(searchSchema, request.body);
        const candidateGroups = ownBodies(await asking(request));
        return ask({
          method: 'POST',
          path: '/v1/tasks/search',
          body: { ...wanted, candidateGroups },
        });
      },
    },
    {
      method: 'GET',
      path: '/v1/tasks/{taskId}',
      async answer(request, ask) {
        const { taskId = '' } = request.params;
        return (await tasks.own(taskId, await asking(request), ask)).answer;
      },
    },
    {
      method: 'POST',
      path: '/v1/tasks/{taskId}/variables/search',
      async answer(request, ask) {
        const task = await tasks.facts(request.params.taskId ?? '', await asking(request), ask);
        const path = `/v1/tasks/${task.id}/variables/search`;
        return ask({ method: 'POST', path, body: request.body ?? {} });
      },
    },
    {
      method: 'PATCH',
      path: '/v1/tasks/{taskId}/assign',
      changes: '认领任务',
      async answer(request, ask) {
        const who = await asking(request);
        const task = await tasks.facts(request.params.taskId ?? '', who, ask);
        await mayAct(task, who, world.records);
        // Whoever it is assigned to: only ever to oneself, and never out of somebody's hands.
        const body = { allowOverrideAssignment: false };
        return ask({ method: 'PATCH', path: `/v1/tasks/${task.id}/assign`, body });
      },
    },
    {
      method: 'PATCH',
      path: '/v1/tasks/{taskId}/unassign',
      changes: '退回认领',
      async answer(request, ask) {
        const who = await asking(request);
        const task = await tasks.facts(request.params.taskId ?? '', who, ask);
        await mayAct(task, who, world.records);
        return ask({ method: 'PATCH', path: `/v1/tasks/${task.id}/unassign`, body: {} });
      },
    },
    {
      method: 'PATCH',
      path: '/v1/tasks/{taskId}/complete',
      changes: '提交任务',
      async answer(request, ask) {
        const who = await asking(request);
        const { variables } = given(variablesSchema, request.body);
        const { taskId = '' } = request.params;
        const task = await tasks.facts(taskId, who, ask);
        const clock = await mayAct(task, who, world.records);
        const entered = onlyOf(await formVariables(task, ask), variables);
        const signedAt = await world.exactly();
        const signed = await signedBy(
          { ...who, now: signedAt },
          task,
          clock,
          entered,
          world.records,
        );
        const path = `/v1/tasks/${task.id}/complete`;
        const answer = await ask({ method: 'PATCH', path, body: { variables: signed } });
        if (!isGood(answer)) whyNot((await tasks.own(taskId, who, ask)).task, who.person);
        return answer;
      },
    },
    {
      method: 'GET',
      path: '/v1/forms/{formId}',
      async answer({ params, query }, ask) {
        const search = new URLSearchParams(query);
        given(formQuerySchema, Object.fromEntries(search));
        return ask({ method: 'GET', path: `${filled('/v1/forms/{formId}', params)}?${search}` });
      },
    },
    {
      method: 'GET',
      path: '/v1/internal/processes',
      async answer(request, ask) {
        const answer = await ask({ method: 'GET', path: `/v1/internal/processes${request.query}` });
        if (!isGood(answer)) return answer;
        const open = await ownStartable(request);
        const known = open.map(({ processId }) => processId);
        const processes = answered(processesSchema, answer);
        return withBody(
          answer,
          processes.filter(({ bpmnProcessId }) => known.includes(bpmnProcessId)),
        );
      },
    },
    // A diagram is no secret: it is drawn in the office's own regulation.
    asItIs('GET', '/v1/internal/processes/{processDefinitionKey}'),
    {
      method: 'PATCH',
      path: '/v1/internal/processes/{bpmnProcessId}/start',
      changes: '发起流程',
      async answer(request, ask) {
        const processId = request.params.bpmnProcessId ?? '';
        const process = (await ownStartable(request)).find((one) => one.processId === processId);
        if (process === undefined) throw notThere('这个流程不能由您发起。');
        const { variables } = given(variablesSchema, request.body);
        const entered = onlyOf(process.variables, variables);
        await checkStart((name) => enteredAt(entered, name), request.person, world.records);
        const path = filled('/v1/internal/processes/{bpmnProcessId}/start', request.params);
        return ask({ method: 'PATCH', path, body: { variables: entered } });
      },
    },
  ];

  async function ownStartable({ person }: Request): Promise<Startable[]> {
    const directory = world.directory();
    const mayApply = applyingUnit(person.body, directory) !== undefined;
    return (await world.startable()).filter(
      ({ startedBy }) => startedBy === person.body || (startedBy === 'applicants' && mayApply),
    );
  }
}
