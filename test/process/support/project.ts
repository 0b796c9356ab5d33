import { randomUUID } from 'node:crypto';
import type { StoredClock } from '../../../records/index.ts';
import { aProceeding } from '../../support/records.ts';
import { endOf } from './elements.ts';
import { patiently } from './patiently.ts';
import { until } from './until.ts';
import { complete, findUserTask, type UserTask } from './user-tasks.ts';
import { type Variable, variablesOf } from './variables.ts';
import type { World } from './world.ts';

type Answers = Record<string, unknown>;
type Filed = { projectName?: unknown; applicantUnit?: unknown };
export type As = { as?: string; body?: string };

/** One filed project, driven through the real engine by simulated reviewers. */
export interface Project {
  readonly processInstanceKey: string;
  /** The readable id the first check gave. */
  id(): Promise<string>;
  /** Waits until the step is open (for that body, where several are) and gives its clock. */
  open(elementId: string, body?: string): Promise<StoredClock>;
  /** The same, but until people see the task too; by then everything before it is exported. */
  shown(elementId: string, body?: string): Promise<StoredClock & { task: UserTask }>;
  /** Completes the step once it is open, signed by its assignee or by somebody else. */
  finish(elementId: string, answers: Answers, who?: As): Promise<StoredClock>;
  /** Waits until the project is over and gives its end event. */
  end(): Promise<string>;
  /** The variables of the whole project as they stand, as exported so far. */
  variables(): Promise<Record<string, unknown>>;
  /** Those of every step too. */
  allVariables(): Promise<Variable[]>;
}

/** Files an application as the start form does and follows it. */
export async function file(world: World, application: unknown): Promise<Project> {
  return follow(world, await start(world, application));
}

/** Files an application as the start form does. @returns the key of its instance */
export async function start(
  { engine }: Pick<World, 'engine'>,
  application: unknown,
): Promise<string> {
  const { processInstanceKey } = await patiently(() =>
    engine.createProcessInstance({
      bpmnProcessId: 'project-application',
      variables: { application } as never,
    }),
  );
  return processInstanceKey;
}

/** What the decisions on limit and route leave of a small project of the city. */
const SMALL = {
  ...{ overLimit: false, route: 'approval-small', approvalSize: 'small' },
  ...{ approver: '市发改委', technicalReviewer: '市数据管理部门', budgetApprover: '市财政局' },
};

/**
 * Starts a project at a later step, with what the earlier ones would have left (of a small project, where nothing
 * else is said). Quicker, where the way there is another test's business.
 */
export async function fileAt(
  world: World,
  elementId: string,
  application: Filed,
  variables: Answers = {},
): Promise<Project> {
  const { engine, database } = world;
  const bpmnProcessId = 'project-application';
  const { projectId, proceeding: standIn } = await filed(world, application);
  const { processInstanceKey } = await patiently(() =>
    engine.createProcessInstance({
      bpmnProcessId,
      variables: { application, projectId, ...SMALL, ...variables } as never,
      startInstructions: [{ elementId }],
    }),
  );
  for (const [table, column] of [
    ['proceedings', 'root_instance'],
    ['application_versions', 'proceeding'],
  ]) {
    await database.query(`update ${table} set ${column} = $1 where ${column} = $2`, [
      processInstanceKey,
      standIn,
    ]);
  }
  return follow(world, processInstanceKey, { standIn, processId: bpmnProcessId });
}

/** Starts one stage by itself, with the ticket that the route would have made for it. */
export async function stage(
  world: World,
  processId: string,
  application: Filed,
  variables: Answers = {},
): Promise<Project> {
  const { engine, records } = world;
  const caller = await filed(world, application);
  const ticket = await records.makeTicket({
    ...{ elementInstanceKey: randomUUID(), processInstanceKey: caller.proceeding },
    ...{ calledProcessId: processId, madeAt: new Date(), ...caller },
  });
  const { processInstanceKey } = await patiently(() =>
    engine.createProcessInstance({
      bpmnProcessId: processId,
      variables: { application, ticket, ...SMALL, ...variables } as never,
    }),
  );
  return follow(world, processInstanceKey, { processId, projectId: caller.projectId });
}

/** A project whose application is kept, in a proceeding of which the engine knows nothing yet. */
export async function filed(
  { records }: Pick<World, 'records'>,
  application: Filed,
): Promise<{ projectId: string; proceeding: string }> {
  const proceeding = randomUUID();
  const { projectName, applicantUnit } = application;
  const projectId = await records.openProject(aProceeding(proceeding), 2031, {
    projectName: String(projectName),
    applicantUnit: String(applicantUnit),
    investment: '',
  });
  const visit = { elementInstanceKey: randomUUID(), elementId: 'Task_CheckApplication' };
  await records.keepVersion(
    { ...visit, projectId, proceeding, by: String(applicantUnit), at: new Date() },
    application,
    [],
    [],
  );
  return { projectId, proceeding };
}

type Known = {
  /** Under what the records knew the instance until the engine had made it. */
  standIn?: string;
  /** Of what it is an instance, where it is no whole application, and of which project. */
  processId?: string;
  projectId?: string;
};

/** Follows an instance that was started. */
export function follow(
  world: World,
  processInstanceKey: string,
  { standIn, processId, projectId: known }: Known = {},
): Project {
  const { records, rest, search, database } = world;
  const id = async () =>
    known ?? until('the project id', () => projectId(world, processInstanceKey));
  const allVariables = () => variablesOf(search, processInstanceKey);

  const open = async (elementId: string, body?: string) => {
    const project = await id();
    return until(`${elementId} of ${project}`, async () => {
      const clocks = await records.openClocks({ projectId: project });
      const clock = clocks.find(
        (one) => one.elementId === elementId && (!body || one.body === body),
      );
      // The first jobs may have been quicker than the records were told.
      if (standIn !== undefined && clock?.proceeding === standIn) {
        await database.query('update clocks set proceeding = $1 where proceeding = $2', [
          processInstanceKey,
          standIn,
        ]);
      }
      return clock;
    });
  };

  const shown = async (elementId: string, body?: string) => {
    const clock = await open(elementId, body);
    const task = await until(`user task ${elementId}`, async () => {
      const found = await findUserTask(rest, clock);
      return found?.state === 'CREATED' ? found : undefined;
    });
    return { ...clock, task };
  };

  const finish = async (elementId: string, answers: Answers, { as, body }: As = {}) => {
    const { task, elementInstanceKey, assignee } = await shown(elementId, body);
    const person = as ?? assignee;
    await complete(world, { elementInstanceKey, taskKey: task.key, person }, answers);
    return until(`${elementId} to be closed`, async () => {
      const stored = await records.clock(elementInstanceKey);
      return stored?.closedOn ? stored : undefined;
    });
  };

  const end = () =>
    until(`an end of ${processInstanceKey}`, () => endOf(search, processInstanceKey, processId));

  const variables = async () => {
    const own = (await allVariables()).filter(({ scope }) => scope === processInstanceKey);
    return Object.fromEntries(own.map(({ name, value }) => [name, value]));
  };

  return { processInstanceKey, id, open, shown, finish, end, variables, allVariables };
}

async function projectId(
  { database }: World,
  processInstanceKey: string,
): Promise<string | undefined> {
  const { rows } = await database.query<{ project_id: string }>(
    'select project_id from proceedings where root_instance = $1',
    [processInstanceKey],
  );
  return rows[0]?.project_id;
}
