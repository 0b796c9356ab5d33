import type { Calendar, IsoDate } from '../../law/calendar/index.ts';
import { shanghaiDate } from '../../law/calendar/index.ts';
import { lampOn } from '../../law/clock/lamp.ts';
import type { Directory } from '../../law/directory/index.ts';
import { fieldsOf } from './answers.ts';
import type { Happening, Visit } from './api.ts';
import { formOf, outcomesAt } from './choices.ts';
import { type Instance, visible } from './instance.ts';
import { lampsOf } from './lamps.ts';
import type { ScenarioRecords } from './records.ts';
import type { Walk, WalkEvent } from './walk.ts';

/** What of a visit is known before it is over; the rest follows from its clock. */
type Opened = Omit<Visit, 'closedOn' | 'outcome' | 'used' | 'lamps'>;
type Ending = { closedOn: IsoDate; outcome: string | null };

export type Diary = {
  write(walk: Walk, event: WalkEvent): void;
  /** As they stand on a day. */
  visits(today: IsoDate): Visit[];
  happenings: Happening[];
};

type World = { kept: ScenarioRecords; calendar: Calendar; directory: Directory };

/** Writes down a walk as people read it: visits with their clocks, and whatever else happens, in order. */
export function createDiary({ kept, calendar, directory }: World): Diary {
  const opened = new Map<string, Opened>();
  const endings = new Map<string, Ending>();
  const turned = new Set<string>();
  const happenings: Happening[] = [];

  function open(walk: Walk, instance: Instance): void {
    const { key, process, element } = instance;
    const clock = kept.clock(key);
    const form = formOf(walk, instance);
    opened.set(key, {
      ...{ key, path: process.path, elementId: element.id ?? '' },
      ...{ processId: process.id, processName: process.element.name ?? process.id },
      label: element.name ?? element.id ?? '',
      body: clock?.body ?? '',
      assignee: directory.person(clock?.assignee ?? '')?.name ?? '',
      article: clock?.article ?? '',
      limitDays: clock?.limitDays ?? null,
      extendedBy: clock?.extendedBy ?? 0,
      usedBefore: clock?.usedBefore ?? 0,
      openedOn: shanghaiDate(walk.now),
      deadline: clock?.deadline ?? null,
      outcomes: outcomesAt(walk, instance),
      fields: fieldsOf(form, visible(instance), walk.models.fieldsRead),
    });
  }

  function end(walk: Walk, instance: Instance, outcome: string | null): void {
    endings.set(instance.key, { closedOn: shanghaiDate(walk.now), outcome });
  }

  function happen(
    walk: Walk,
    instance: Instance,
    kind: Happening['kind'],
    text: string,
    mail: Happening['mail'] = null,
  ): void {
    happenings.push({
      on: shanghaiDate(walk.now),
      kind,
      // A step's first notice goes out before the step is there to be finished.
      visit: kept.clock(instance.key) ? instance.key : null,
      path: instance.process.path,
      elementId: instance.element.id ?? null,
      ...{ text, mail },
    });
  }

  function mailed(walk: Walk, { message, instance }: Extract<WalkEvent, { kind: 'mailed' }>): void {
    const { to, cc, subject, text, about, purpose } = message;
    const mail = { to, cc, subject, text };
    const clock = purpose === 'task-opened' ? kept.clock(instance.key) : undefined;
    if (clock) {
      const person = directory.person(clock.assignee)?.name ?? '';
      happen(walk, instance, 'notice', `“${clock.label}”转 ${clock.body} ${person} 办理`, mail);
      return;
    }
    const visit = opened.get(about ?? '');
    if (!about || !visit?.deadline) {
      happen(walk, instance, 'notice', subject, mail);
      return;
    }
    const lamp = lampOn(shanghaiDate(walk.now), visit.deadline, calendar);
    const turn = `${about} ${lamp.colour}`;
    const kind = turned.has(turn) ? 'notice' : 'lamp';
    turned.add(turn);
    happenings.push({
      on: shanghaiDate(walk.now),
      ...{ kind, visit: about, path: visit.path, elementId: visit.elementId },
      ...{ text: `“${visit.label}”${inWords(lamp)}`, mail },
    });
  }

  return {
    happenings,
    write(walk, event) {
      const { instance } = event;
      const label = instance.element.name ?? instance.element.id ?? '';
      switch (event.kind) {
        case 'opened':
          open(walk, instance);
          break;
        case 'closed': {
          end(walk, instance, event.outcome);
          const visit = opened.get(instance.key);
          const chosen = visit?.outcomes.find(({ value }) => value === event.outcome);
          const text = `“${label}”由 ${visit?.body} 办结：${chosen?.label ?? event.outcome}`;
          happen(walk, instance, 'decision', text);
          break;
        }
        case 'called-off':
          end(walk, instance, null);
          break;
        case 'decided':
          happen(walk, instance, 'decision', `${label}：${event.text}`);
          break;
        case 'mailed':
          mailed(walk, event);
          break;
        case 'stuck':
          happen(walk, instance, 'stuck', `“${label}”：${event.text}`);
          break;
        case 'over':
          happen(walk, instance, 'end', label);
      }
    },
    visits: (today) =>
      [...opened.values()].map((visit) => {
        const { closedOn, outcome } = endings.get(visit.key) ?? { closedOn: null, outcome: null };
        const { openedOn, deadline, limitDays } = visit;
        const used =
          limitDays === null ? null : calendar.countWorkingDays(openedOn, closedOn ?? today);
        const lamps = lampsOf({ openedOn, deadline, closedOn }, calendar);
        return { ...visit, closedOn, outcome, used, lamps };
      }),
  };
}

function inWords(lamp: ReturnType<typeof lampOn>): string {
  if (lamp.colour === 'green') return '';
  if (lamp.colour === 'amber') return `亮黄灯，还有 ${lamp.daysLeft} 个工作日到期`;
  const copied = lamp.escalated ? '，抄送市数字政府领导小组办公室' : '';
  return lamp.day === 1 ? '亮红灯，今日到期' : `红灯，已超期 ${lamp.day - 1} 个工作日${copied}`;
}
