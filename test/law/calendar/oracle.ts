import type { Interval } from '../../../law/calendar/index.ts';
import { fixture } from './support.ts';

// Walks day by day over the transcribed notices and shares nothing with the calendar under test.

type Notices = Record<string, { off: string[]; work: string[] }>;

const DAY = 86_400_000;
const notices = Object.values(fixture<Notices>('notices.json'));
const off = new Set(notices.flatMap((notice) => notice.off.flatMap(range)));
const work = new Set(notices.flatMap((notice) => notice.work));

export function next(date: string, step = 1): string {
  return new Date(Date.parse(date) + step * DAY).toISOString().slice(0, 10);
}

/** `a/b` as the days from a to b; a single date as itself. */
export function range(text: string): string[] {
  const [from = '', to = from] = text.split('/');
  const dates = [];
  for (let date = from; date <= to; date = next(date)) dates.push(date);
  return dates;
}

export type Works = (date: string) => boolean;

/** Known for 2018–2026. */
export const worksByNotices: Works = (date) =>
  work.has(date) || (!off.has(date) && new Date(date).getUTCDay() % 6 !== 0);

export function walkForward(works: Works, start: string, days: number, excluded: Interval[]) {
  const counts = (date: string) =>
    works(date) && !excluded.some(({ from, to }) => from <= date && date <= to);
  let date = days === 0 ? start : next(start);
  let left = Math.max(days, 1) - (counts(date) ? 1 : 0);
  while (left > 0) {
    date = next(date);
    if (counts(date)) left -= 1;
  }
  return date;
}

export function walkBack(works: Works, start: string, days: number) {
  let date = days === 0 ? start : next(start, -1);
  let left = Math.max(days, 1) - (works(date) ? 1 : 0);
  while (left > 0) {
    date = next(date, -1);
    if (works(date)) left -= 1;
  }
  return date;
}

export function countAfter(works: Works, after: string, until: string) {
  return after >= until ? 0 : range(`${next(after)}/${until}`).filter(works).length;
}
