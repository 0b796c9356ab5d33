import { z } from 'zod';
import { day, modelPath, source } from './common.ts';
import { route } from './route.ts';

/** One thing a person does on the way: on a day, at a step, with an outcome. */
export const choice = z
  .object({
    on: day,
    /** A visit's key from an earlier answer. */
    visit: z.string().max(200),
    outcome: z.string().max(60),
    /** Further fields of the step's form, where the way depends on them. */
    answer: z.record(z.string(), z.json()).default({}),
  })
  .meta({ id: 'Choice' });
export type Choice = z.infer<typeof choice>;

/** One visit to one step. Days are Asia/Shanghai; counts are working days. */
export const visit = z
  .object({
    key: z.string(),
    processId: z.string(),
    path: modelPath,
    elementId: z.string(),
    label: z.string(),
    body: z.string(),
    article: z.string(),
    limitDays: z.number().nullable(),
    /** Used at earlier visits. */
    usedBefore: z.number(),
    openedOn: day,
    deadline: day.nullable(),
    closedOn: day.nullable(),
    outcome: z.string().nullable(),
    /** Used at this visit. */
    used: z.number().nullable(),
    /** The outcomes this step's form offers. */
    outcomes: z.array(z.object({ value: z.string(), label: z.string() })),
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
    mail: z.object({ to: z.array(z.string()), subject: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: 'Happening' });
export type Happening = z.infer<typeof happening>;

export const scenarioRoutes = {
  listExamples: route({
    method: 'get',
    path: '/api/scenario-examples',
    summary: 'Example applications a scenario may start from',
    role: 'reader',
    answer: z.object({
      examples: z.array(
        z.object({ name: z.string(), title: z.string(), application: z.unknown() }),
      ),
    }),
  }),
  playScenario: route({
    method: 'post',
    path: '/api/scenarios',
    summary: 'Walk the models with chosen outcomes on a calendar; nothing is started anywhere',
    role: 'reader',
    body: z.strictObject({
      /** The application as the start form gives it. */
      application: z.record(z.string(), z.json()),
      filedOn: day,
      choices: z.array(choice).max(200),
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
      /** Whether the calendar of a year that matters is not published yet. */
      provisional: z.boolean(),
      ended: z.boolean(),
    }),
    codes: ['bad-application', 'bad-choice', 'unreadable-content'],
  }),
};
