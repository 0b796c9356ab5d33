import { z } from 'zod';
import { datesBetween, isDate, isWeekend, yearOf } from './dates.ts';
import type { NoticeDay } from './notice.ts';
import { statutoryHolidays, THIRTEEN_DAYS_SINCE } from './statutory.ts';
import type { IsoDate } from './types.ts';

/**
 * A year's holiday file, as zod reads it; the result is the days it sets. Checked beyond shape,
 * because a slip here would move every deadline silently: days exist, lie in the year (or in the
 * December before, under `yearBefore`), make-up days are weekends, no day is both, and all
 * statutory holidays are off.
 */
export function noticeSchema(year: number) {
  const ofYear = dayLists(
    (date) => yearOf(date) === year,
    `不在 ${year} 年内;上一年 12 月的日子请写在 yearBefore 下`,
  );
  const ofYearBefore = dayLists(
    (date) => date.startsWith(`${year - 1}-12-`),
    `不在 ${year - 1} 年 12 月内`,
  );
  return z
    .strictObject(
      {
        year: z.literal(year, { error: `应为 ${year},与文件名一致` }),
        notice: z.string({ error: '缺少通知文号' }).trim().min(1, { error: '缺少通知文号' }),
        off: ofYear.off,
        work: ofYear.work.default([]),
        yearBefore: z
          .strictObject(
            { off: ofYearBefore.off.default([]), work: ofYearBefore.work.default([]) },
            { error: objectError },
          )
          .optional(),
      },
      { error: objectError },
    )
    .transform((file, context) => {
      const off = [...file.off, ...(file.yearBefore?.off ?? [])];
      const work = [...file.work, ...(file.yearBefore?.work ?? [])];
      const days = new Map<IsoDate, NoticeDay>();
      const complain = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      for (const { from, to, name } of off) {
        for (const date of datesBetween(from, to)) days.set(date, noticeDay(false, name));
      }
      for (const { from: date, name } of work) {
        if (days.has(date)) complain('work', `${date} 既列为放假又列为上班`);
        days.set(date, noticeDay(true, name));
      }
      if (year >= THIRTEEN_DAYS_SINCE) {
        for (const [date, name] of statutoryHolidays(year)) {
          if (days.get(date)?.works !== false) complain('off', `缺少法定节假日 ${date}(${name})`);
        }
      }
      return days;
    });
}

type Days = { from: IsoDate; to: IsoDate; name?: string | undefined };

function dayLists(within: (date: IsoDate) => boolean, outside: string) {
  const date = z
    .string({ error: '应为 2027-01-01 这样的日期' })
    .refine(isDate, { error: ({ input }) => `“${input}”不是有效日期`, abort: true })
    .refine(within, { error: ({ input }) => `${input} ${outside}` });
  const name = z.string({ error: '应为文字' }).optional();
  const single = date.transform((day): Days => ({ from: day, to: day }));
  const range = z
    .strictObject({ from: date, to: date, name }, { error: objectError })
    .refine(({ from, to }) => from <= to, { error: '起止日期颠倒' });
  const makeUp = date.refine((day) => isWeekend(day), {
    error: ({ input }) => `${input} 不是周六或周日,本就上班`,
  });
  const namedMakeUp = z.strictObject({ date: makeUp, name }, { error: objectError });
  return {
    off: listOf(single, range),
    work: listOf(
      makeUp.transform((day): Days => ({ from: day, to: day })),
      namedMakeUp.transform((day): Days => ({ from: day.date, to: day.date, name: day.name })),
    ),
  };
}

// Chosen by type instead of z.union, which would hide what is wrong behind "no option fits".
function listOf(text: z.ZodType<Days, string>, object: z.ZodType<Days>) {
  const item = z.unknown().transform((value, context): Days => {
    const result = (typeof value === 'string' ? text : object).safeParse(value);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) {
      context.addIssue({ code: 'custom', path, message });
    }
    return z.NEVER;
  });
  return z.array(item, { error: '应为日期列表' });
}

function noticeDay(works: boolean, name: string | undefined): NoticeDay {
  return name === undefined ? { works } : { works, name };
}

function objectError(issue: { code?: string | undefined; keys?: string[] | undefined }): string {
  return issue.code === 'unrecognized_keys'
    ? `没有 ${issue.keys?.join('、')} 这样的项目`
    : '应为“名称: 值”的形式';
}
