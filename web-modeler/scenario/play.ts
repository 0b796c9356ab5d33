import { draftOf } from '../../law/application/index.ts';
import { dayNumber, isoDate } from '../../law/calendar/dates.ts';
import {
  type Calendar,
  CalendarError,
  type IsoDate,
  shanghaiDate,
  shanghaiTime,
} from '../../law/calendar/index.ts';
import type { Directory } from '../../law/directory/index.ts';
import { firstStepOf } from '../../models/variables.ts';
import { jobType } from '../../models/zeebe.ts';
import type { WorkerRecords } from '../../records/index.ts';
import type { Deps } from '../../workers/handler.ts';
import type { CalendarDay, Choice, Happening, Visit } from './api.ts';
import { behave } from './behaviours.ts';
import { act } from './choices.ts';
import { createDiary } from './diary.ts';
import { ScenarioError } from './faults.ts';
import type { Variables } from './feel.ts';
import { begin, settle } from './lifecycle.ts';
import type { Models, Process } from './models.ts';
import { scenarioRecords } from './records.ts';
import { passTo } from './time.ts';
import { createWalk, type Walk } from './walk.ts';

/** People act at ten, after the reminders of the day have gone out at nine. */
const OFFICE_HOUR = '10:00:00';
const HORIZON_YEARS = 5;

export type Scenario = {
  processId: string;
  variables: Variables;
  filedOn: IsoDate;
  choices: Choice[];
  /** The time runs on to this day while nobody acts. */
  until: IsoDate | null;
};

/** The models, people and days a scenario is played with. */
export type Surroundings = { models: Models; directory: Directory; calendar: Calendar };

export type Played = {
  visits: Visit[];
  happenings: Happening[];
  days: CalendarDay[];
  provisional: boolean;
  ended: boolean;
};

/**
 * Walks the models from a filing on, with what people choose, by the workers' own handlers. Starts nothing anywhere;
 * the same scenario always gives the same answer. Choices are carried out in the order of their days.
 * What it cannot walk it tells as a happening `stuck`, and walks what runs beside.
 *
 * @throws ScenarioError `bad-application` for a day the calendar does not know, `bad-choice` for a step that is not
 * open on that day or cannot end so
 */
export async function play(
  { processId, variables, filedOn, choices, until }: Scenario,
  { models, directory, calendar }: Surroundings,
): Promise<Played> {
  const process = models.processes.get(processId);
  if (!process) {
    throw new ScenarioError('unreadable-content', `模型中没有流程“${processId}”，请补充后再试。`);
  }
  checkDays(filedOn, [...choices.map(({ on }) => on), ...(until ? [until] : [])], calendar);

  const kept = scenarioRecords((message) => {
    const instance = walk.working;
    if (instance) diary.write(walk, { kind: 'mailed', instance, message });
  });
  const diary = createDiary({ kept, calendar, directory });
  const deps: Deps = {
    records: kept.records,
    directory,
    calendar: () => calendar,
    now: async () => walk.now,
    signatureOf: async ({ elementInstanceKey }) => ({
      signer: kept.clock(elementInstanceKey)?.assignee ?? '',
      signedAt: walk.now,
    }),
    correlate: async () => false,
    notices: models.notices,
    steps: async () => models.steps,
  };
  const walk: Walk = createWalk(
    { models, deps, behave, process, now: at(filedOn), tell: (event) => diary.write(walk, event) },
    variables,
  );

  diary.happenings.push(filed(filedOn, walk));
  if (isCalled(process)) walk.main.variables.set('ticket', await ticketFor(walk, kept.records));
  begin(walk, walk.main);
  await settle(walk);
  const late: { choice: Choice; index: number }[] = [];
  for (const { choice, index } of inOrder(choices)) {
    await passTo(walk, at(choice.on));
    const instance = walk.open.get(choice.visit);
    if (!instance) late.push({ choice, index });
    else {
      await act(walk, instance, choice, index);
      if (kept.decision(choice.visit)?.outcome === 'void')
        throw incomplete(choice, index, diary.visits(shanghaiDate(walk.now)));
    }
  }
  if (late[0]) throw notOpen(late[0], diary.visits(shanghaiDate(walk.now)));
  if (until) await passTo(walk, at(until));
  if (isForgotten(walk, diary.happenings)) {
    diary.write(walk, {
      kind: 'stuck',
      instance: walk.main,
      text: '没有环节等人办理，流程也没有结束：有分支汇合时等不到其余分支，请检查并行网关。',
    });
  }

  const visits = diary.visits(shanghaiDate(walk.now));
  const days = daysOf([filedOn, until ?? filedOn], visits, diary.happenings, calendar);
  return {
    visits,
    happenings: diary.happenings,
    days: days.map(({ date, kind, name }) => ({
      date,
      kind: kind === 'stopped' ? 'holiday' : kind,
      name: name ?? null,
    })),
    provisional: days.some(({ provisional }) => provisional),
    ended: walk.main.over,
  };
}

function isCalled({ element }: Process): boolean {
  const { step } = firstStepOf(element);
  return step !== undefined && jobType(step) === 'enter-process';
}

/** What a caller would hand to a process that is played by itself: the ticket for a project that was filed before. */
async function ticketFor({ main, now }: Walk, records: WorkerRecords): Promise<string> {
  const caller = 'caller';
  const application = main.variables.get('application');
  const { projectName, applicantUnit, investment } = draftOf(application);
  const first = { rootInstance: caller, processId: caller, openedAt: now };
  const filed = { projectName, applicantUnit, investment: String(investment ?? '') };
  const year = Number(shanghaiDate(now).slice(0, 4));
  const projectId = await records.openProject({ ...first, kind: 'application' }, year, filed);
  const visit = { elementInstanceKey: caller, elementId: caller, projectId, proceeding: caller };
  await records.keepVersion({ ...visit, by: applicantUnit, at: now }, application, [], []);
  return records.makeTicket({
    ...{ elementInstanceKey: caller, processInstanceKey: caller, projectId, proceeding: caller },
    ...{ calledProcessId: main.process.id, madeAt: now },
  });
}

function at(day: IsoDate): Date {
  return new Date(shanghaiTime(day, OFFICE_HOUR));
}

/** By day; of one day in the order given. */
function inOrder(choices: Choice[]): { choice: Choice; index: number }[] {
  return choices
    .map((choice, index) => ({ choice, index }))
    .sort((a, b) => a.choice.on.localeCompare(b.choice.on));
}

function checkDays(filedOn: IsoDate, days: IsoDate[], calendar: Calendar): void {
  try {
    calendar.isWorkingDay(filedOn);
  } catch (error) {
    if (error instanceof CalendarError) throw new ScenarioError('bad-application', error.message);
    throw error;
  }
  const last = `${Number(filedOn.slice(0, 4)) + HORIZON_YEARS}${filedOn.slice(4)}`;
  const wrong = days.findIndex((day) => day < filedOn || day > last);
  if (wrong === -1) return;
  const day = days[wrong] ?? '';
  const reason =
    day < filedOn
      ? `早于申报日 ${filedOn}`
      : `晚于申报日 ${filedOn} 之后 ${HORIZON_YEARS} 年，本设想不推算这么久`;
  throw new ScenarioError(
    'bad-choice',
    `所设想的日期 ${day} ${reason}，请改正日期或撤销这一步。`,
    wrong,
  );
}

function filed(on: IsoDate, { main }: Walk): Happening {
  const application = main.variables.get('application');
  const name = typeof application === 'object' && application && 'projectName' in application;
  return {
    ...{ on, kind: 'filed', visit: null, path: main.process.path, elementId: null, mail: null },
    text: name ? `提交申报：${String(application.projectName)}` : '提交申报',
  };
}

function notOpen(
  { choice, index }: { choice: Choice; index: number },
  visits: Visit[],
): ScenarioError {
  const visit = visits.find(({ key }) => key === choice.visit);
  if (!visit) {
    const message = `第 ${index + 1} 步要办结的环节没有出现，请撤销这一步后重新选择。`;
    return new ScenarioError('bad-choice', message, index);
  }
  const { label, openedOn, closedOn } = visit;
  const message =
    openedOn > choice.on
      ? `“${label}”${openedOn} 才开办，办结日期 ${choice.on} 不能早于这一天，请改为 ${openedOn} 或以后。`
      : `“${label}”已于 ${closedOn ?? openedOn} 办结或终止，不能再办结一次，请撤销第 ${index + 1} 步。`;
  return new ScenarioError('bad-choice', message, index);
}

function incomplete(choice: Choice, index: number, visits: Visit[]): ScenarioError {
  const visit = visits.find(({ key }) => key === choice.visit);
  const outcome = visit?.outcomes.find(({ value }) => value === choice.outcome)?.label;
  const message = `“${visit?.label}”以“${outcome}”办结时填写不完整，签署会无效：退回的请选本环节的退回原因，申请或同意延期的请填 1 至 60 个工作日。`;
  return new ScenarioError('bad-choice', message, index);
}

/** Nobody is asked, nothing is told to be stuck, and yet it is not over. */
function isForgotten({ main, open }: Walk, happenings: Happening[]): boolean {
  return !main.over && open.size === 0 && !happenings.some(({ kind }) => kind === 'stuck');
}

function daysOf(
  days: [IsoDate, IsoDate],
  visits: Visit[],
  happenings: Happening[],
  calendar: Calendar,
) {
  const named = [
    ...days,
    ...visits.flatMap(({ openedOn, deadline, closedOn, lamps }) => [
      ...[openedOn, deadline ?? openedOn, closedOn ?? openedOn],
      ...lamps.map(({ on }) => on),
    ]),
    ...happenings.map(({ on }) => on),
  ];
  const last = named.reduce((latest, day) => (day > latest ? day : latest));
  return calendar.explain(isoDate(dayNumber(days[0]) - 1), last);
}
