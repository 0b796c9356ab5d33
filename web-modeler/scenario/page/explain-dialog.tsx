import { Dialog } from '../../../site/page/ui/dialog.tsx';
import type { CalendarDay, Visit } from '../api.ts';
import { useInWords, weekdayOf } from './words.ts';

type Props = { visit: Visit; days: CalendarDay[]; onClose(): void };

const KINDS = { workday: '工作日', weekend: '周末', holiday: '节假日', 'make-up': '调休上班' };

/** How a deadline comes about: every day from the opening to it, and the number it has. */
export function ExplainDialog({ visit, days, onClose }: Props) {
  const { label, openedOn, deadline, article, limitDays, extendedBy, usedBefore, closedOn } = visit;
  if (deadline === null || limitDays === null) return null;
  let count = usedBefore;
  const rows = days
    .filter(({ date }) => date > openedOn && date <= deadline)
    .map((day) => {
      const counted = day.kind === 'workday' || day.kind === 'make-up';
      if (counted) count += 1;
      return { ...day, count: counted ? count : null };
    });
  const left = Math.max(0, limitDays + extendedBy - usedBefore);
  return (
    <Dialog title={`“${label}”的截止日期`} onClose={onClose}>
      <p>
        依据{article}，时限 {limitDays} 个工作日
        {extendedBy > 0 && `，已批准延期 ${extendedBy} 个工作日`}
        {usedBefore > 0 && `，此前已用 ${usedBefore} 个，还剩 ${left} 个`}。{openedOn}（周
        {weekdayOf(openedOn)}）开办，当日不计，截止 <strong>{deadline}</strong>（周
        {weekdayOf(deadline)}）{closedOn && `；${closedOn} 办结，${useInWords(visit)}`}。
      </p>
      {rows.length === 0 && <p>时限已经用完，开办当日（遇休息日为下一个工作日）即为截止日期。</p>}
      <div class="explain-days" hidden={rows.length === 0}>
        <table>
          <thead>
            <tr>
              <th>日期</th>
              <th>星期</th>
              <th>类别</th>
              <th>第几日</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ date, kind, name, count }) => (
              <tr
                key={date}
                class={`day-${kind}`}
                aria-current={date === closedOn ? 'date' : undefined}
              >
                <td>{date}</td>
                <td>{weekdayOf(date)}</td>
                <td>
                  {KINDS[kind]}
                  {name && `（${name}）`}
                </td>
                <td>{count ?? '不计'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
