import type { IsoDate } from '../../law/calendar/index.ts';
import { lampOn } from '../../law/clock/lamp.ts';
import { reminderInstant } from '../../law/clock/reminder-time.ts';
import type { NewMessage, StoredClock } from '../../records/index.ts';
import type { Deps } from '../handler.ts';

/**
 * The reminder a clock owes on that day, if any: amber once, red every working day with a copy to the body's
 * supervisor, from the fifth red day also to the supervising office. None on a rest day. It goes out at nine,
 * unless the step is over by then.
 * An assignee who has left the directory is reminded through the body's own address.
 * The id holds the day (amber: the deadline), so each goes out once however often the timer ticks.
 */
export function reminder(
  clock: StoredClock,
  today: IsoDate,
  variables: Record<string, unknown>,
  { directory, notices, calendar }: Pick<Deps, 'directory' | 'notices' | 'calendar'>,
): NewMessage[] {
  const { deadline } = clock;
  if (!deadline || !calendar().isWorkingDay(today)) return [];
  const lamp = lampOn(today, deadline, calendar());
  const person = directory.person(clock.assignee);
  const body = directory.body(clock.body);
  const to = person?.email ?? body?.email;
  if (lamp.colour === 'green' || !to) return [];

  const red = lamp.colour === 'red';
  const purpose = `reminder-${lamp.colour}`;
  const supervisor = body && directory.supervisorOf(body);
  const cc = [
    ...(red && supervisor ? [supervisor.email] : []),
    ...(red && lamp.escalated ? directory.addressOf(directory.office, clock.facts) : []),
  ];
  return [
    {
      id: `${purpose}-${clock.elementInstanceKey}-${red ? today : deadline}`,
      projectId: clock.projectId,
      purpose,
      to: [to],
      cc: [...new Set(cc)].filter((address) => address !== to),
      notBefore: new Date(reminderInstant(today)),
      about: clock.elementInstanceKey,
      ...notices.render(clock.processId, purpose, {
        ...variables,
        label: clock.label,
        body: clock.body,
        person: person?.name ?? clock.body,
        article: clock.article,
        deadline,
        provisionalMark: clock.provisional ? '（暂定）' : '',
        ...(red ? { daysOver: lamp.day - 1 } : { daysLeft: lamp.daysLeft }),
      }),
    },
  ];
}
