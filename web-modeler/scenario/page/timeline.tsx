import { useState } from 'preact/hooks';
import type { Happening, Visit } from '../api.ts';
import { type Axis, axisOf } from './axis.ts';
import { type Difference, differencesOf } from './differences.ts';
import { Happenings } from './happenings.tsx';
import type { Played, Playing } from './playing.ts';
import { VisitRow } from './visit-row.tsx';

/** The check of an application, and the step at which it is corrected. */
const CHECK = 'Task_CheckApplication';
const CORRECTION = 'Task_SupplementMaterials';

type Props = {
  played: Played;
  /** The day it has come to while nobody acted. */
  until: string | null;
  /** What the published models make of it; undefined when nobody asks. */
  published: Playing | undefined;
  selected: string | undefined;
  select(key: string): void;
  explain(key: string): void;
  read(happening: Happening): void;
};

/** What comes of a scenario: its steps on the calendar, and everything that is sent and decided. */
export function Timeline({ played, until, published, selected, select, explain, read }: Props) {
  const [tab, setTab] = useState<'visits' | 'happenings'>('visits');
  const others = published?.played?.days ?? [];
  // Long enough for the deadlines of both.
  const axis = axisOf(others.length > played.days.length ? others : played.days);
  const now = until ?? played.happenings.at(-1)?.on ?? '';
  const differences = published?.played
    ? differencesOf(played.visits, published.played.visits)
    : new Map<string, Difference>();
  const mails = played.happenings.filter(({ mail }) => mail !== null).length;
  const stuck = played.happenings.filter(({ kind }) => kind === 'stuck');

  const lacking = lackingOf(played);

  return (
    <>
      <Standing played={played} />
      {stuck.map(({ text, elementId }) => (
        <div key={elementId} class="message message-warning" role="status">
          <p>推演停在{text}</p>
        </div>
      ))}
      {lacking && (
        <div class="message message-warning" role="status">
          <p>{lacking}</p>
        </div>
      )}
      {published && <Comparison published={published} differences={differences} />}
      <div class="tabs" role="tablist">
        <button
          type="button"
          role="tab"
          aria-selected={tab === 'visits'}
          onClick={() => setTab('visits')}
        >
          环节与时限（{played.visits.length}）
        </button>
        <button
          type="button"
          role="tab"
          aria-selected={tab === 'happenings'}
          onClick={() => setTab('happenings')}
        >
          经过与通知（{mails} 封）
        </button>
      </div>
      {tab === 'visits' ? (
        <div class="visits">
          <AxisHead axis={axis} />
          <CalendarStrip axis={axis} />
          <ol>
            {played.visits.map((visit) => (
              <VisitRow
                key={visit.key}
                visit={visit}
                axis={axis}
                now={now}
                difference={differences.get(visit.key)}
                selected={visit.key === selected}
                select={() => select(visit.key)}
                explain={() => explain(visit.key)}
              />
            ))}
          </ol>
          <Legend />
        </div>
      ) : (
        <Happenings happenings={played.happenings} read={read} select={select} />
      )}
    </>
  );
}

/** What the application lacks, while somebody is asked to correct it. */
function lackingOf({ visits, happenings }: Played): string | undefined {
  const correction = visits.findLast(({ elementId }) => elementId === CORRECTION);
  if (!correction || correction.closedOn !== null) return undefined;
  return happenings.findLast(({ elementId, kind }) => kind === 'decision' && elementId === CHECK)
    ?.text;
}

/** How it stands, in one line. */
function Standing({ played: { visits, happenings, ended, provisional } }: { played: Played }) {
  const open = visits.filter(({ closedOn }: Visit) => closedOn === null);
  const end = happenings.find(({ kind }) => kind === 'end');
  const steps = [...new Set(open.map(({ label }) => label))].join('、');
  return (
    <p class="standing">
      {ended && end ? (
        <>
          <span class="tag tag-published">已结束</span> {end.on}：{end.text}
        </>
      ) : (
        <>
          <span class="tag tag-draft">办理中</span> {steps || '没有待办的环节'}
        </>
      )}
      {provisional && <span class="muted">部分年份的放假安排尚未公布，所涉日期为暂定。</span>}
    </p>
  );
}

type ComparisonProps = { published: Playing; differences: Map<string, Difference> };

function Comparison({ published, differences }: ComparisonProps) {
  const { played, busy, problem } = published;
  const text = problem
    ? `同样的步骤在正在使用的版本中走不通：${problem}`
    : busy || !played
      ? '正在推算正在使用的版本……'
      : differences.size === 0
        ? '与正在使用的版本相比，各环节的时限和截止日期都相同。'
        : `与正在使用的版本相比，有 ${differences.size} 个环节不同，已在各环节中标出。`;
  return (
    <div class="message" role="status">
      <p>{text}</p>
    </div>
  );
}

function AxisHead({ axis }: { axis: Axis }) {
  return (
    <div class="axis" aria-hidden="true">
      {axis.months.map(({ at, label }) => (
        <span key={label} style={{ left: `${(100 * at) / axis.length}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}

/** The days that do not count, drawn once and shown behind every bar. */
function CalendarStrip({ axis }: { axis: Axis }) {
  return (
    <svg class="strip-definition" aria-hidden="true">
      <symbol id="calendar-strip" viewBox={`0 0 ${axis.length} 1`} preserveAspectRatio="none">
        {axis.rest.map(({ from, to, kind }) => (
          <rect key={from} class={`strip-${kind}`} x={from} width={to - from} y="0" height="1" />
        ))}
      </symbol>
    </svg>
  );
}

const SWATCHES = [
  ['green', '时限内'],
  ['amber', '黄灯（提前 2 个工作日）'],
  ['red', '红灯（到期及超期）'],
  ['untimed', '无法定时限'],
  ['weekend', '周末'],
  ['holiday', '节假日'],
  ['make-up', '调休上班'],
];

function Legend() {
  return (
    <p class="strip-legend muted">
      {SWATCHES.map(([name, label]) => (
        <span key={name}>
          <i class={`strip-swatch swatch-${name}`} />
          {label}
        </span>
      ))}
      <span>竖线为截止日期；浅色为无人办理时的推算</span>
    </p>
  );
}
