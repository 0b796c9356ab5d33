import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { enter, type Visitor } from './visitor.ts';

const EXAMPLE = 'config/examples/small-education.json';
const APPLICANT = 'jiaoyu.tang';
const REVIEWER = 'bangong.he';
const CONSULTANT = 'zixun.su';
const REVIEW = 'Task_PreliminaryReview';
const AFTER_REVIEW = 'Task_PrepareSolutions';
const SHOWS_WITHIN_MS = 180_000;

// Tasklist writes this key as a number; an engine of one partition gives none that JavaScript cannot hold.
const startedSchema = z.object({ id: z.coerce.string() });
const tasksSchema = z.array(
  z.object({
    id: z.string(),
    taskDefinitionId: z.string(),
    assignee: z.string().nullish(),
  }),
);
type Task = z.output<typeof tasksSchema>[number];

/** Projects that are filed and approved through the gateway, by people with passwords of their own. */
export class Projects {
  readonly #gateway: string;
  readonly #firstPassword: (person: string) => string;
  readonly #passwords = new Map<string, string>();
  /** Instances whose first review is done. */
  readonly #reviewed: string[] = [];

  /** @param firstPassword gives a person one, as an administrator of the machine does */
  constructor(gateway: string, firstPassword: (person: string) => string) {
    this.#gateway = gateway;
    this.#firstPassword = firstPassword;
  }

  /** Files one project and approves its first review. */
  async oneMore(): Promise<void> {
    const applicant = await this.#enter(APPLICANT);
    const example: unknown = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
    // One unit's projects with like names are taken for one that was split.
    const name = `${randomBytes(12).toString('hex')}平台`;
    const application = { ...z.looseObject({}).parse(example), projectName: name };
    const path = '/v1/internal/processes/project-application/start';
    const { id } = startedSchema.parse(
      await applicant('PATCH', path, { variables: asVariables({ application }) }),
    );
    const { assignee } = await openTask(await this.#enter(REVIEWER), id, REVIEW);
    const officer = await this.#enter(assignee ?? REVIEWER);
    const task = await openTask(officer, id, REVIEW);
    if (!task.assignee) await officer('PATCH', `/v1/tasks/${task.id}/assign`, {});
    const entered = { outcome: 'approve', opinion: '同意' };
    await officer('PATCH', `/v1/tasks/${task.id}/complete`, { variables: asVariables(entered) });
    await openTask(await this.#enter(CONSULTANT), id, AFTER_REVIEW);
    this.#reviewed.push(id);
  }

  /**
   * Finds every project where it was left.
   * @returns how many there are
   */
  async allThere(): Promise<number> {
    const consultant = await this.#enter(CONSULTANT);
    for (const id of this.#reviewed) await openTask(consultant, id, AFTER_REVIEW);
    return this.#reviewed.length;
  }

  async #enter(person: string): Promise<Visitor> {
    const known = this.#passwords.get(person) ?? this.#firstPassword(person);
    const next = randomBytes(12).toString('base64url');
    const { visitor, password } = await enter(this.#gateway, person, known, next);
    this.#passwords.set(person, password);
    return visitor;
  }
}

/** The open task of an instance at a step, as soon as it is in somebody's list. */
async function openTask(visitor: Visitor, instance: string, step: string): Promise<Task> {
  const end = performance.now() + SHOWS_WITHIN_MS;
  let last: unknown;
  while (performance.now() < end) {
    try {
      const wanted = { state: 'CREATED', processInstanceKey: instance };
      const tasks = tasksSchema.parse(await visitor('POST', '/v1/tasks/search', wanted));
      const found = tasks.find(({ taskDefinitionId }) => taskDefinitionId === step);
      if (found !== undefined) return found;
    } catch (error) {
      // A part of the platform may still be coming back.
      last = error;
    }
    await sleep(500);
  }
  throw new Error(`${step} of ${instance} is in nobody's list`, { cause: last });
}

function asVariables(entered: Record<string, unknown>) {
  return Object.entries(entered).map(([name, value]) => ({ name, value: JSON.stringify(value) }));
}
