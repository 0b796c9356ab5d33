import type { NewMessage, StoredClock } from '../../records/index.ts';
import type { IsoDate } from '../calendar/index.ts';
import type { Deps } from '../handler.ts';
import { lampOn } from './lamp.ts';

/**
 * The reminder a clock owes on that day, if any: amber once, red every working day with a copy to the
 * body's supervisor, from the fifth red day also to the supervising office. None on a rest day.
 * The id holds the day (amber: the deadline), so each goes out once however often the timer ticks.
 */
export function reminder(
  clock: StoredClock,
  today: IsoDate,
  variables: Record<string, unknown>,
  { directory, notices, calendar }: Pick<Deps, 'directory' | 'notices' | 'calendar'>,
): NewMessage[] {
  const { deadline } = clock;
  const person = directory.person(clock.assignee);
  if (!deadline || !person || !calendar().isWorkingDay(today)) return [];
  const lamp = lampOn(today, deadline, calendar());
  if (lamp.colour === 'green') return [];

  const purpose = `reminder-${lamp.colour}`;
  const body = directory.body(clock.body);
  const supervisor = body && directory.supervisorOf(body);
  const cc = lamp.colour === 'red' && supervisor ? [supervisor.email] : [];
  if (lamp.colour === 'red' && lamp.escalated) cc.push(...directory.addressOf(directory.office, clock.facts));
  return [
    {
      id: `${purpose}-${clock.elementInstanceKey}-${lamp.colour === 'red' ? today : deadline}`,
      projectId: clock.projectId,
      purpose,
      to: [person.email],
      cc: cc.filter((address) => address !== person.email),
      ...notices.render(clock.processId, purpose, {
        ...variables,
        label: clock.label,
        body: clock.body,
        person: person.name,
        article: clock.article,
        deadline,
        provisionalMark: clock.provisional ? '（暂定）' : '',
        ...(lamp.colour === 'red' ? { daysOver: lamp.day - 1 } : { daysLeft: lamp.daysLeft }),
      }),
    },
  ];
}
