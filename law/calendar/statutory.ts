import { Lunar, Solar } from 'lunar-typescript';
import { dayNumber, isoDate } from './dates.ts';
import type { IsoDate } from './types.ts';

/** From this year on the 2024 revision of the law applies, with thirteen days. */
export const THIRTEEN_DAYS_SINCE = 2025;

/**
 * The thirteen days of 全国年节及纪念日放假办法 (2024 revision) and their names. Two festivals on
 * one day, such as 2028-10-03, share it. Which working day makes up for a festival on a weekend
 * is for the year's notice to say, so none is guessed here.
 */
export function statutoryHolidays(year: number): Map<IsoDate, string> {
  const newYear = dayNumber(lunarDate(year, 1, 1));
  const days: [IsoDate, string][] = [
    [`${year}-01-01`, '元旦'],
    ...[-1, 0, 1, 2].map((i): [IsoDate, string] => [isoDate(newYear + i), '春节']),
    [qingming(year), '清明'],
    [`${year}-05-01`, '劳动节'],
    [`${year}-05-02`, '劳动节'],
    [lunarDate(year, 5, 5), '端午'],
    [lunarDate(year, 8, 15), '中秋'],
    [`${year}-10-01`, '国庆节'],
    [`${year}-10-02`, '国庆节'],
    [`${year}-10-03`, '国庆节'],
  ];
  const names = new Map<IsoDate, string>();
  for (const [date, name] of days) {
    const other = names.get(date);
    names.set(date, other ? `${other}、${name}` : name);
  }
  return names;
}

function lunarDate(year: number, month: number, day: number): IsoDate {
  return Lunar.fromYmd(year, month, day).getSolar().toYmd();
}

function qingming(year: number): IsoDate {
  const term = Solar.fromYmd(year, 4, 5).getLunar().getJieQiTable().清明;
  if (!term) throw new Error(`no qingming in the solar terms of ${year}`);
  return term.toYmd();
}
