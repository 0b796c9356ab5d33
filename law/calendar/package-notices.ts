import { createRequire } from 'node:module';
import { z } from 'zod';
import { yearOf } from './dates.ts';
import type { Notice, NoticeDay, Notices } from './notice.ts';
import type { IsoDate } from './types.ts';

const nameByDate = z.record(z.string(), z.string());
const packageData = z.object({ holidays: nameByDate, workdays: nameByDate });

/**
 * The notices inside the package chinese-days. Only its data is used: its functions are wrong
 * west of UTC and take a year without a notice for plain weekdays.
 */
export function packageNotices(): Notices {
  const require = createRequire(import.meta.url);
  const { holidays, workdays } = packageData.parse(require('chinese-days/dist/chinese-days.json'));
  const days = new Map<number, Map<IsoDate, NoticeDay>>();
  for (const [entries, works] of [
    [holidays, false],
    [workdays, true],
  ] as const) {
    for (const [date, names] of Object.entries(entries)) {
      const name = chineseName(names);
      const year = noticeYear(date, name);
      const ofYear = days.get(year) ?? new Map<IsoDate, NoticeDay>();
      days.set(year, ofYear.set(date, { works, name }));
    }
  }
  return new Map(
    [...days].map(([year, ofYear]): [number, Notice] => [year, { year, days: ofYear }]),
  );
}

/** An entry reads `New Year's Day,元旦,1`. */
function chineseName(names: string): string {
  return names.split(',')[1] ?? names;
}

// New Year's days in December come from the notice of the year they lead into.
function noticeYear(date: IsoDate, name: string): number {
  return yearOf(date) + (date.slice(5, 7) === '12' && name === '元旦' ? 1 : 0);
}
