import type { ClockRow, NewMessage } from '../../records/index.ts';
import type { Deps } from '../handler.ts';

/** The mail that tells the assignee of a new task. One per visit: its id is the visit's key. */
export function taskOpened(
  clock: ClockRow,
  variables: Record<string, unknown>,
  { directory, notices }: Deps,
): NewMessage[] {
  const person = directory.person(clock.assignee);
  if (!person) return [];
  return [
    {
      id: `task-opened-${clock.elementInstanceKey}`,
      projectId: clock.projectId,
      purpose: 'task-opened',
      to: [person.email],
      cc: [],
      ...notices.render(clock.processId, 'task-opened', {
        ...variables,
        person: person.name,
        label: clock.label,
        body: clock.body,
        article: clock.article,
        deadline: clock.deadline,
        provisionalMark: clock.provisional ? '（暂定）' : '',
      }),
    },
  ];
}
