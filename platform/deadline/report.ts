import { dayNumber, weekday, yearOf } from '../../law/calendar/dates.ts';
import type { Calendar, DayKind, Interval, IsoDate, TraceDay } from '../../law/calendar/types.ts';

/** A deadline and every day on the way to it. */
export type DeadlineReport = {
  from: IsoDate;
  days: number;
  deadline: IsoDate;
  provisional: boolean;
  excluded: readonly Interval[];
  trace: TraceDay[];
};

const KINDS: Record<DayKind, string> = {
  workday: '工作日',
  weekend: '周末',
  holiday: '节假日',
  'make-up': '调休上班',
  stopped: '停止计时',
};

export function deadlineReport(
  calendar: Calendar,
  from: IsoDate,
  days: number,
  excluded: readonly Interval[],
): DeadlineReport {
  const { deadline, provisional } = calendar.addWorkingDays(from, days, excluded);
  const trace = calendar.explain(from, deadline, excluded);
  return { from, days, deadline, provisional, excluded, trace };
}

/** One line for programs. */
export function reportAsJson({ from, days, deadline, provisional, trace }: DeadlineReport): string {
  return JSON.stringify({
    from,
    days,
    deadline,
    provisional,
    trace: trace.map(({ date, kind, counted }) => ({ date, kind, counted })),
  });
}

/** A table for people. */
export function reportAsText(report: DeadlineReport): string {
  const stops = report.excluded.map(({ from, to }) => `,扣除 ${from} 至 ${to}`).join('');
  let count = 0;
  const rows = report.trace.map((day) => {
    if (day.counted) count += 1;
    // Full-width padding: a Chinese character takes two columns.
    const kind = KINDS[day.kind].padEnd(4, '\u3000');
    const counted = day.counted ? String(count).padStart(4) : '   —';
    return `${day.date}  ${weekdayText(day.date)}  ${kind}  ${counted}  ${day.name ?? ''}`.trimEnd();
  });
  return [
    `起算日 ${report.from}(${weekdayText(report.from)},当日不计入),期限 ${report.days} 个工作日${stops}`,
    '日期        星期  类别      第几日',
    ...rows,
    `到期日 ${report.deadline}(${weekdayText(report.deadline)})`,
    ...provisionalText(report),
  ].join('\n');
}

function provisionalText({ provisional, trace, deadline }: DeadlineReport): string[] {
  if (!provisional) return [];
  const years = new Set(trace.filter((day) => day.provisional).map((day) => yearOf(day.date)));
  const named = years.size === 0 ? yearOf(deadline) : [...years].join('、');
  return [
    `暂定:${named} 年的放假通知尚未载入,先按法定节假日和周末推算,不含调休;载入通知后到期日可能变动。`,
  ];
}

function weekdayText(date: IsoDate): string {
  return `周${'日一二三四五六'[weekday(dayNumber(date))]}`;
}
