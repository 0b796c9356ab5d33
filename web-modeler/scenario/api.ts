import { z } from 'zod';
import { anyJson } from '../../site/api/common.ts';
import { route } from '../../site/api/route.ts';
import { modelCodes } from '../api/codes.ts';
import { day, modelPath, source } from '../api/common.ts';
import { WITH_MODELS } from '../api/model.ts';
import { EDIT, READ } from '../api/rights.ts';

/** One thing a person does on the way: on a day, at a step, with an outcome. */
export const choice = z
  .object({
    on: day,
    /** A visit's key from an earlier answer. */
    visit: z.string().max(200),
    outcome: z.string().max(60),
    /** Further fields of the step's form, where the way depends on them. */
    answer: z.record(z.string(), anyJson).default({}),
  })
  .meta({ id: 'Choice' });
export type Choice = z.infer<typeof choice>;

/** A question of a step's form that is answered by choosing, or by a number of working days. */
export const field = z
  .object({
    key: z.string(),
    label: z.string(),
    /** One of the values, some of them, or a count of working days. */
    kind: z.enum(['choice', 'choices', 'days']),
    values: z.array(z.object({ value: z.string(), label: z.string() })),
    /** The outcomes with which it is asked. */
    outcomes: z.array(z.string()),
    /** The answer to another question on which it is asked only. */
    only: z.object({ key: z.string(), value: z.string() }).nullable(),
  })
  .meta({ id: 'ScenarioField' });
export type Field = z.infer<typeof field>;

/** One visit to one step. Days are Asia/Shanghai; counts are working days. */
export const visit = z
  .object({
    key: z.string(),
    processId: z.string(),
    processName: z.string(),
    path: modelPath,
    elementId: z.string(),
    label: z.string(),
    body: z.string(),
    /** The name of the person the task would be given to. */
    assignee: z.string(),
    article: z.string(),
    limitDays: z.number().nullable(),
    /** By how much the limit was extended before this visit. */
    extendedBy: z.number(),
    /** Used at earlier visits. */
    usedBefore: z.number(),
    openedOn: day,
    deadline: day.nullable(),
    closedOn: day.nullable(),
    outcome: z.string().nullable(),
    /** Used at this visit, so far while it is open; null without a limit. */
    used: z.number().nullable(),
    /** The outcomes this step's form offers. */
    outcomes: z.array(z.object({ value: z.string(), label: z.string() })),
    fields: z.array(field),
    /** When it turns amber and red if nobody acts: at 09:00 of these days. */
    lamps: z.array(z.object({ on: day, lamp: z.enum(['amber', 'red']) })),
  })
  .meta({ id: 'Visit' });
export type Visit = z.infer<typeof visit>;

/** Something the scenario produces that is no visit: a notice, a lamp that did turn, the end. */
export const happening = z
  .object({
    on: day,
    kind: z.enum(['filed', 'notice', 'lamp', 'decision', 'end', 'stuck']),
    /** The visit it belongs to. */
    visit: z.string().nullable(),
    path: modelPath.nullable(),
    elementId: z.string().nullable(),
    text: z.string(),
    /** The whole notice as it would be mailed. */
    mail: z
      .object({
        to: z.array(z.string()),
        cc: z.array(z.string()),
        subject: z.string(),
        text: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Happening' });
export type Happening = z.infer<typeof happening>;

/** A day of the calendar and what it counts as. */
export const calendarDay = z
  .object({
    date: day,
    kind: z.enum(['workday', 'weekend', 'holiday', 'make-up']),
    /** The holiday it belongs to, also of a day worked for it. */
    name: z.string().nullable(),
  })
  .meta({ id: 'CalendarDay' });
export type CalendarDay = z.infer<typeof calendarDay>;

export const scenarioRoutes = {
  listExamples: route({
    method: 'get',
    path: '/api/scenario-examples',
    summary: 'Example applications a scenario may start from',
    who: READ,
    answer: z.object({
      examples: z.array(
        z.object({ name: z.string(), title: z.string(), application: z.unknown() }),
      ),
    }),
  }),
  playScenario: route({
    method: 'post',
    audited: false,
    limit: WITH_MODELS,
    path: '/api/scenarios',
    summary: 'Walk the models with chosen outcomes on a calendar; nothing is started anywhere',
    // It computes with whatever texts come along.
    who: EDIT,
    body: z.strictObject({
      /** The application as the start form gives it. */
      application: z.record(z.string(), anyJson),
      filedOn: day,
      choices: z.array(choice).max(200),
      /** The time runs on to nine o'clock and later of this day while nobody acts; null: to the last choice. */
      until: day.nullable().default(null),
      /** Texts that are not saved yet, put over the saved ones. */
      unsaved: z
        .array(z.strictObject({ path: modelPath, source }))
        .max(50)
        .default([]),
      at: z.enum(['saved', 'published', 'shipped']).default('saved'),
    }),
    answer: z.object({
      visits: z.array(visit),
      happenings: z.array(happening),
      /** Every day from the filing to the last day anything above names. */
      days: z.array(calendarDay),
      /** Whether the calendar of a year that matters is not published yet. */
      provisional: z.boolean(),
      ended: z.boolean(),
    }),
    codes: {
      ...modelCodes('unreadable-content', 'too-many-computations'),
      'bad-application': 422,
      'bad-choice': 422,
      'scenario-takes-too-long': 503,
    },
  }),
};
