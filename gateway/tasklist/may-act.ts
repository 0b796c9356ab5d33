import { shanghaiDate } from '../../law/calendar/index.ts';
import type { SignRefusal } from '../../law/directory/index.ts';
import type { Records, StoredClock } from '../../records/index.ts';
import { Refusal } from '../refusal.ts';
import type { Asking, TaskFacts } from './tasks.ts';

const REASONS: Record<SignRefusal, string> = {
  'unknown-person': '您不在组织机构人员名册中，不能办理。请联系管理员。',
  'not-of-body': '这个环节由其他单位承办，您不能办理。',
  'conflict-of-interest': '您所在单位是本项目的申报单位或业主单位，应当回避，不能办理。',
};

/**
 * Whether this person's signature would count at the task, before anything reaches the engine; by the directory and
 * by what open-task has kept of this visit.
 * @returns the clock of the visit
 * @throws Refusal `may-not-sign`, `not-open`
 */
export async function mayAct(
  task: TaskFacts,
  { person, directory, now }: Asking,
  records: Pick<Records, 'openClocks'>,
): Promise<StoredClock> {
  const clocks = await records.openClocks({ processInstanceKey: task.processInstanceKey });
  const clock = clocks.find(
    ({ elementId, body }) =>
      elementId === task.taskDefinitionId && task.candidateGroups.includes(body),
  );
  const body = clock && directory.body(clock.body);
  if (clock === undefined || body === undefined) {
    throw new Refusal('not-open', 409, '这个任务没有开办记录或者已经办结，请刷新待办列表。');
  }
  const verdict = directory.maySign(person.id, body, shanghaiDate(now), clock.facts, clock.role);
  if (verdict.allowed) return clock;
  throw new Refusal('may-not-sign', 403, REASONS[verdict.reason]);
}
