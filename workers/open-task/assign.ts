import type { IsoDate } from '../../law/calendar/index.ts';
import { type Body, type Candidate, chooseAssignee } from '../../law/directory/index.ts';
import { PermanentError } from '../../law/errors.ts';
import type { Deps } from '../handler.ts';
import type { StatutoryTask } from '../statutory-task.ts';

/**
 * The person of the body who gets the task on that day (Asia/Shanghai).
 *
 * @throws PermanentError `nobody-available`: a task nobody can see would be silent, an incident is not
 */
export async function assign(
  task: StatutoryTask,
  body: Body,
  today: IsoDate,
  { directory, records }: Pick<Deps, 'directory' | 'records'>,
): Promise<Candidate> {
  const candidates = directory.candidates(body, task.position, today, task.application, task.role);
  const openTasks = await records.countOpenTasks(candidates.map(({ person }) => person.id));
  const chosen = chooseAssignee(candidates, openTasks);
  if (chosen) return chosen;
  throw new PermanentError(
    'nobody-available',
    `${body.name} 在 ${today} 没有可以承办的人员（均已请假或需要回避），请在 config/organization.yaml 中安排代理人或回避单位后重试。`,
  );
}
