import type { StoredClock } from '../../../records/index.ts';
import { endOf } from './elements.ts';
import { until } from './until.ts';
import { assign, complete, findUserTask } from './user-tasks.ts';
import type { World } from './world.ts';

type Answers = Record<string, unknown>;
export type As = { as?: string; body?: string };

/** One filed project, driven through the real engine by simulated reviewers. */
export interface Project {
  readonly processInstanceKey: string;
  /** The readable id the first check gave. */
  id(): Promise<string>;
  /** Waits until the step is open (for that body, where several are) and gives its clock. */
  open(elementId: string, body?: string): Promise<StoredClock>;
  /** Completes the step once it is open: as its assignee, or as somebody else who takes it over first. */
  finish(elementId: string, answers: Answers, who?: As): Promise<StoredClock>;
  /** Waits until the project is over and gives its end event. */
  end(): Promise<string>;
}

/** Files an application as the start form does and follows it. */
export async function file(world: World, application: unknown): Promise<Project> {
  const { processInstanceKey } = await world.engine.createProcessInstance({
    bpmnProcessId: 'project-application',
    variables: { application } as never,
  });
  return follow(world, processInstanceKey);
}

export function follow(world: World, processInstanceKey: string): Project {
  const { records, rest } = world;
  const id = () => until('the project id', () => projectId(world, processInstanceKey));

  const open = async (elementId: string, body?: string) => {
    const project = await id();
    return until(`${elementId} of ${project}`, async () => {
      const clocks = await records.openClocks({ projectId: project });
      return clocks.find((clock) => clock.elementId === elementId && (!body || clock.body === body));
    });
  };

  const finish = async (elementId: string, answers: Answers, { as, body }: As = {}) => {
    const clock = await open(elementId, body);
    const task = await until(`user task ${elementId}`, async () => {
      const found = await findUserTask(rest, clock);
      return found?.state === 'CREATED' ? found : undefined;
    });
    if (as) await assign(rest, task.key, as);
    await complete(rest, task.key, answers);
    return until(`${elementId} to be closed`, async () => {
      const stored = await records.clock(clock.elementInstanceKey);
      return stored?.closedOn ? stored : undefined;
    });
  };

  const end = () =>
    until(`an end of ${processInstanceKey}`, () => endOf(world.search, processInstanceKey));

  return { processInstanceKey, id, open, finish, end };
}

async function projectId({ database }: World, processInstanceKey: string): Promise<string | undefined> {
  const { rows } = await database.query<{ project_id: string }>(
    'select project_id from projects where process_instance_key = $1',
    [processInstanceKey],
  );
  return rows[0]?.project_id;
}
