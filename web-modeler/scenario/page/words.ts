import type { Visit } from '../api.ts';

const WEEKDAYS = '日一二三四五六';

/** `10月09日 周五` */
export function dayInWords(date: string): string {
  return `${date.slice(5, 7)}月${date.slice(8)}日 周${weekdayOf(date)}`;
}

export function weekdayOf(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** Today in Shanghai. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** How much of a step's limit is used: `已用 6 / 15 个工作日`. */
export function useInWords(visit: Visit): string {
  const { limitDays, extendedBy, usedBefore, used } = visit;
  if (limitDays === null) return '无法定时限';
  const extended = extendedBy > 0 ? `（含延期 ${extendedBy}）` : '';
  return `已用 ${usedBefore + (used ?? 0)} / ${limitDays + extendedBy} 个工作日${extended}`;
}

/** How a visit ended; its outcome as the form calls it. */
export function endInWords({ closedOn, outcome, outcomes }: Visit): string {
  if (closedOn === null) return '待办';
  if (outcome === null) return '随流程终止';
  return outcomes.find(({ value }) => value === outcome)?.label ?? outcome;
}
