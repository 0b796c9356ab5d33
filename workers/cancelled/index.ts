import type { Logger } from 'pino';
import type { Terminated } from '../../engine/terminated.ts';
import type { OpenProceeding, OperatorChange, Records, StoredClock } from '../../records/index.ts';
import type { Deps } from '../handler.ts';
import { proceedingCancelled, taskCancelled } from './letters.ts';

/** The door's clock and the engine's may be of two machines. */
const CLOCKS_APART_MS = 60_000;
/** Operate carries a change out some seconds after it was accepted. */
const CARRIED_OUT_MS = 600_000;
/** What one command takes away ends within a moment, called processes first. */
const TOGETHER_MS = 5_000;
/**
 * A task that a model's event has taken away is left alone so long: the process that it ends says so itself, and a
 * cancellation of the whole project may not be searchable yet.
 */
const LEFT_ALONE_MS = 120_000;

/** What closing what was cancelled takes of the world. */
export type World = Pick<Deps, 'directory' | 'notices' | 'now'> & {
  records: Pick<
    Records,
    | 'openProceedingsOf'
    | 'openClocksOf'
    | 'openClocks'
    | 'changesBelow'
    | 'cancelProceeding'
    | 'closeLeft'
    | 'project'
    | 'versionBefore'
  >;
  /** What the engine's search shows as taken away; late, but never wrong. */
  terminated: () => Promise<Terminated[]>;
  /** Whether the search shows the instance at some element. */
  showsActive: (processInstanceKey: string) => Promise<boolean>;
  /** Whether the engine itself knows the instance as running. */
  isThere: (processInstanceKey: string) => Promise<boolean>;
  log: Pick<Logger, 'info' | 'warn'>;
};

/**
 * Closes in the records what is over without its process having said so: an operator has cancelled a project, or taken
 * a token away. A proceeding is cancelled when something of it was taken away and the engine has it no more; a process
 * that ends by itself ends its proceeding first (close-project). A task that is gone while its project goes on is
 * cancelled when a change kept by the door took it, or what it lay in; otherwise the model has left it.
 * May run again and beside another: each is closed and told once. One that cannot be closed does not hold up the others.
 *
 * @throws Error when some could not be closed; doing it again closes those
 */
export async function closeCancelled(world: World): Promise<void> {
  const terminated = await world.terminated();
  if (terminated.length === 0) return;
  const instances = [...new Set(terminated.map(({ processInstanceKey }) => processInstanceKey))];
  const failures: unknown[] = [];
  const fail = (error: unknown) => failures.push(error);
  for (const proceeding of await world.records.openProceedingsOf(instances)) {
    await endProceeding(proceeding, terminated, world).catch(fail);
  }
  const visits = await world.records.openClocksOf(terminated.map(({ key }) => key));
  for (const clock of visits) await closeVisit(clock, terminated, world).catch(fail);
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} not closed that were cancelled`);
  }
}

async function endProceeding(
  proceeding: OpenProceeding,
  terminated: Terminated[],
  world: World,
): Promise<void> {
  const { rootInstance, projectId } = proceeding;
  const { records, showsActive, isThere, log } = world;
  if ((await showsActive(rootInstance)) || (await isThere(rootInstance))) return;
  const ends = terminated.filter(({ processInstanceKey }) => processInstanceKey === rootInstance);
  const at = new Date(Math.max(...ends.map(({ endedAt }) => endedAt.getTime())));
  const change = (await records.changesBelow(rootInstance)).find(
    (one) => (one.operation === 'cancel' || one.operation === 'modify') && fits(one, at),
  );
  const open = (await records.openClocks({ projectId })).filter(
    (clock) => clock.proceeding === rootInstance,
  );
  const mails = await proceedingCancelled({ proceeding, open, at, change }, world);
  const cancelling = { at, changeId: change?.id ?? null };
  if (await records.cancelProceeding(rootInstance, cancelling, mails)) {
    log.warn({ projectId, rootInstance, by: change?.person ?? 'unknown' }, 'proceeding cancelled');
  }
}

async function closeVisit(
  clock: StoredClock,
  terminated: Terminated[],
  world: World,
): Promise<void> {
  const { elementInstanceKey, projectId, elementId, proceeding, processInstanceKey } = clock;
  const { records, now, log } = world;
  const visit = terminated.find(({ key }) => key === elementInstanceKey);
  if (visit === undefined) return;
  const { endedAt } = visit;
  const changes = await records.changesBelow(proceeding ?? processInstanceKey);
  const change = changes.find((one) => hasTaken(one, visit, terminated));
  if (change !== undefined) {
    const mails = await taskCancelled({ clock, at: endedAt, change }, world);
    if (await records.closeLeft(elementInstanceKey, endedAt, { changeId: change.id, mails })) {
      log.warn({ projectId, elementId, by: change.person }, 'task cancelled');
    }
  } else if ((await now()).getTime() - endedAt.getTime() >= LEFT_ALONE_MS) {
    if (await records.closeLeft(elementInstanceKey, endedAt)) {
      log.info({ projectId, elementId }, 'clock closed of a task that is there no more');
    }
  }
}

/** Whether the change took away this visit, or something that lay around it and ended with it. */
function hasTaken(change: OperatorChange, visit: Terminated, terminated: Terminated[]): boolean {
  if (change.operation !== 'modify' || !fits(change, visit.endedAt)) return false;
  return terminated.some(
    ({ key, elementId, processInstanceKey, endedAt }) =>
      processInstanceKey === change.instance &&
      (change.takes.includes(elementId) || change.takes.includes(key)) &&
      Math.abs(endedAt.getTime() - visit.endedAt.getTime()) <= TOGETHER_MS,
  );
}

/** Whether what ended then can have ended by this change. */
function fits({ at }: OperatorChange, end: Date): boolean {
  const passed = end.getTime() - at.getTime();
  return -CLOCKS_APART_MS <= passed && passed <= CARRIED_OUT_MS;
}
