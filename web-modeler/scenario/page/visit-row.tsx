import type { Visit } from '../api.ts';
import { type Axis, segmentsOf } from './axis.ts';
import type { Difference } from './differences.ts';
import { endInWords, useInWords } from './words.ts';

type Props = {
  visit: Visit;
  axis: Axis;
  /** The day the scenario has come to: lamps after it are supposed. */
  now: string;
  difference: Difference | undefined;
  selected: boolean;
  select(): void;
  explain(): void;
};

const LAMPS = { amber: '黄灯', red: '红灯' };

/** One visit: who has the step, from when to when, its lamps and how it ended, above its bar. */
export function VisitRow(props: Props) {
  const { visit, axis, now, difference, selected } = props;
  const { closedOn, outcome, deadline } = visit;
  const state = closedOn === null ? 'open' : outcome === null ? 'called-off' : 'done';
  const timed = deadline !== null;
  return (
    <li
      class={`visit visit-${state} ${timed ? '' : 'visit-untimed'}`}
      aria-current={selected ? 'true' : undefined}
    >
      <Head {...props} state={state} timed={timed} />
      {timed && <Facts {...props} />}
      {difference && <Published difference={difference} visit={visit} />}
      <Bar visit={visit} axis={axis} now={now} difference={difference} />
    </li>
  );
}

function Head({ visit, select, state, timed }: Props & { state: string; timed: boolean }) {
  const { label, body, assignee, openedOn, closedOn, article } = visit;
  const ended = endInWords(visit);
  return (
    <div class="visit-head">
      <button type="button" class="visit-name" onClick={select}>
        {label}
      </button>
      <span class="visit-body" title={`${body} ${assignee}`}>
        {body} {assignee}
      </span>
      {!timed && (
        <span class="visit-days" title={`${article}，无法定时限`}>
          {openedOn}
          {closedOn && closedOn !== openedOn && ` 至 ${closedOn.slice(5)}`}
        </span>
      )}
      <span class={`visit-outcome outcome-${state}`} title={ended}>
        {ended}
      </span>
    </div>
  );
}

function Facts({ visit, now, explain }: Props) {
  const { article, openedOn, closedOn, deadline, lamps, outcome } = visit;
  return (
    <div class="visit-facts">
      <span>
        {openedOn} 开办{closedOn && `，${closedOn} ${outcome === null ? '终止' : '办结'}`}
      </span>
      <button type="button" class="visit-deadline" onClick={explain} title="逐日说明">
        截止 {deadline}
      </button>
      <span>{useInWords(visit)}</span>
      <span class="muted">{article}</span>
      {lamps.map(({ on, lamp }) => (
        <span
          key={lamp}
          class={`lamp lamp-${lamp} ${closedOn === null && on > now ? 'lamp-supposed' : ''}`}
        >
          {LAMPS[lamp]} {on.slice(5)}
        </span>
      ))}
    </div>
  );
}

function Published({ difference, visit }: { difference: Difference; visit: Visit }) {
  const { deadline, limitDays, missing } = difference;
  if (missing) return <span class="visit-published">正在使用的版本不经过这个环节</span>;
  const limit = limitDays === null ? '无法定时限' : `${limitDays} 个工作日`;
  return (
    <span class="visit-published">
      正在使用的版本：{limit}
      {deadline && `，截止 ${deadline}`}
      {visit.limitDays !== null && limitDays !== null && visit.limitDays !== limitDays && (
        <>
          （时限 {limitDays} → {visit.limitDays}）
        </>
      )}
    </span>
  );
}

type BarProps = { visit: Visit; axis: Axis; now: string; difference: Difference | undefined };

function Bar({ visit, axis, now, difference }: BarProps) {
  const share = (days: number) => `${(100 * days) / axis.length}%`;
  const mark = (day: string) => share(axis.position(day) + 1);
  return (
    <div class="bar" aria-hidden="true">
      <svg role="presentation">
        <use href="#calendar-strip" width="100%" height="100%" />
      </svg>
      {segmentsOf(visit, axis, now).map(({ from, to, colour, sure }) => (
        <i
          key={`${from} ${sure}`}
          class={`segment segment-${colour} ${sure ? '' : 'segment-supposed'}`}
          style={{ left: share(from), width: share(to - from) }}
        />
      ))}
      {visit.deadline && <b class="bar-deadline" style={{ left: mark(visit.deadline) }} />}
      {difference?.deadline && (
        <b class="bar-deadline bar-published" style={{ left: mark(difference.deadline) }} />
      )}
    </div>
  );
}
