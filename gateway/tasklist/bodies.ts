import type { IsoDate } from '../../law/calendar/index.ts';
import type { Directory, Person } from '../../law/directory/index.ts';

/** The bodies in whose name a person may act that day (Asia/Shanghai): their own, and those of absent people they stand in for. */
export function bodiesOf(person: Person, today: IsoDate, directory: Directory): string[] {
  return [person.body, ...directory.standsInAt(person.id, today)];
}
