type Timed = {
  article: string;
  limitDays: number;
  usedBefore: number;
  deadline: string;
  provisional: boolean;
};

/** The line a form shows about the task's time limit. Days are working days. */
export function clockText(clock: { article: string } | Timed): string {
  if (!('deadline' in clock)) return `依据${clock.article}，本环节没有法定时限。`;
  const { article, limitDays, usedBefore, deadline, provisional } = clock;
  const used = usedBefore > 0 ? `，此前已用 ${usedBefore} 个` : '';
  const mark = provisional ? '（暂定：该年度放假安排尚未公布）' : '';
  return `截止日期 ${deadline}${mark}。依据${article}，时限 ${limitDays} 个工作日${used}。`;
}
