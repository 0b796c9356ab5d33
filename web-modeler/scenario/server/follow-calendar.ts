import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadCalendar } from '../../../files/holidays.ts';
import type { Calendar } from '../../../law/calendar/index.ts';

/**
 * The calendar of a folder of holiday notices that people edit: each call looks whether a file has changed.
 * @throws CalendarError `bad-notice`
 */
export function followCalendar(folder: string): () => Calendar {
  let seen = '';
  let calendar: Calendar | undefined;
  return () => {
    const state = stateOf(folder);
    if (calendar === undefined || state !== seen) {
      calendar = loadCalendar(folder);
      seen = state;
    }
    return calendar;
  };
}

function stateOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .join('\n');
}
