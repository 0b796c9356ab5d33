import type { IsoDate } from '../calendar/index.ts';

type Clock = {
  limitDays: number | null;
  usedBefore: number;
  extendedBy: number;
  deadline: IsoDate | null;
  provisional: boolean;
  article: string;
};

/** The line a form shows about the task's time limit. Days are working days. */
export function clockText({
  article,
  limitDays,
  usedBefore,
  extendedBy,
  deadline,
  provisional,
}: Clock): string {
  if (limitDays === null) return `依据${article}，本环节没有法定时限。`;
  const extended = extendedBy > 0 ? `，已批准延期 ${extendedBy} 个工作日` : '';
  const used = usedBefore > 0 ? `，此前已用 ${usedBefore} 个` : '';
  const mark = provisional ? '（暂定：该年度放假安排尚未公布）' : '';
  return `截止日期 ${deadline}${mark}。依据${article}，时限 ${limitDays} 个工作日${extended}${used}。`;
}
