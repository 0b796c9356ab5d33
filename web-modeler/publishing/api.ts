import { z } from 'zod';
import { instant, person } from '../../site/api/common.ts';
import { audited, errorCodes, route } from '../../site/api/route.ts';
import { modelCodes } from '../api/codes.ts';
import { documentNumber, finding, modelPath, note, oid } from '../api/common.ts';
import { EDIT, PUBLISH, READ } from '../api/rights.ts';

/** One change in the law's words, such as 「技术评审 时限 15 → 10 工作日（第二十五条）」. */
export const change = z
  .object({
    path: modelPath,
    /** What the change means for readers: added, removed, changed, or only moved in the drawing. */
    kind: z.enum(['added', 'removed', 'changed', 'layout']),
    elementId: z.string().nullable(),
    sentence: z.string(),
    /** Whether days, thresholds, bodies or articles change. */
    legal: z.boolean(),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof change>;

export const submission = z
  .object({
    id: z.string(),
    /** What would run after it: the published models with the submitted files put in. */
    commit: oid,
    files: z.array(z.object({ path: modelPath, before: oid.nullable(), after: oid.nullable() })),
    changes: z.array(change),
    /** Of what came with the system no number: 随系统交付. */
    document: z.string(),
    note: z.string(),
    by: person,
    at: instant,
    /** Who saved the versions it brings, since the published ones; neither they nor `by` may publish it. */
    authors: z.array(person),
    state: z.enum(['open', 'publishing', 'published', 'refused', 'withdrawn']),
    /** Who published, refused or withdrew it, and why it was refused. */
    ended: z.object({ by: person, at: instant, reason: z.string().nullable() }).nullable(),
    /** The publication whose models it brings back. */
    rollsBackTo: z.string().nullable(),
    /** What the engine made of it. */
    deployed: z.array(
      z.object({
        kind: z.enum(['process', 'decision', 'form']),
        id: z.string(),
        version: z.number(),
        /** The process in Operate. */
        operate: z.url().nullable(),
      }),
    ),
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof submission>;

/** Running projects at one step of one version of a process. */
export const running = z
  .object({
    processId: z.string(),
    processName: z.string(),
    version: z.number(),
    elementId: z.string(),
    label: z.string(),
    count: z.number(),
    /** Whether these could move to the new version: the step is still there and of the same kind. */
    movable: z.boolean(),
    /** Why not. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Running' });
export type Running = z.infer<typeof running>;

export const migrationPlan = z
  .object({
    processId: z.string(),
    fromVersion: z.number(),
    toVersion: z.number(),
    instances: z.array(z.string()),
    mapping: z.array(
      z.object({ from: z.string(), fromLabel: z.string(), to: z.string(), toLabel: z.string() }),
    ),
    /** Why it cannot be carried out, each a sentence that says what to do; empty: it can. */
    problems: z.array(z.string()),
  })
  .meta({ id: 'MigrationPlan' });
export type MigrationPlan = z.infer<typeof migrationPlan>;

/** Running projects that were moved to another version by a document. */
export const move = z
  .object({
    processId: z.string(),
    fromVersion: z.number(),
    toVersion: z.number(),
    document: documentNumber,
    by: person,
    at: instant,
    /** How many moved and how many stayed; null while it is going on, or when it was cut short. */
    outcome: z.object({ moved: z.number(), stayed: z.number() }).nullable(),
  })
  .meta({ id: 'Move' });
export type Move = z.infer<typeof move>;

const id = z.strictObject({ id: z.uuid('没有这次提交') });
const versions = {
  processId: z.string().regex(/^[a-z][a-z0-9-]*$/, '应为流程标识'),
  fromVersion: z.coerce.number().int().min(1),
  toVersion: z.coerce.number().int().min(1),
};

/** A migration in the audit list: the process, its versions and the document that orders it. */
const movedBetween = z
  .object({
    plan: z.object({ processId: z.string(), fromVersion: z.number(), toVersion: z.number() }),
    document: z.string().catch(''),
  })
  .transform(({ plan, document }) =>
    `${plan.processId} ${plan.fromVersion} → ${plan.toVersion} ${document}`.trim(),
  );

const codes = errorCodes({
  'nothing-to-submit': 409,
  'changed-meanwhile': 409,
  'already-submitted': 409,
  'lint-errors': 422,
  'no-such-submission': 404,
  'engine-unavailable': 503,
  'same-person': 403,
  'not-open': 409,
  'published-meanwhile': 409,
  'engine-refused': 422,
  'not-yours': 403,
  'not-published': 409,
  'no-such-process-version': 404,
  'plan-has-problems': 409,
});
/** What operations that have lint look at models may answer too. */
const linting = modelCodes('lint-takes-too-long');

export const publishingRoutes = {
  listSubmissions: route({
    method: 'get',
    path: '/api/submissions',
    summary: 'Submissions and publications, newest first',
    who: READ,
    answer: z.object({ submissions: z.array(submission) }),
  }),
  submit: route({
    method: 'post',
    audited: audited('提交发布', 'document', 'paths'),
    path: '/api/submissions',
    summary:
      'Submit the saved files that were looked at for publishing, with the document that orders it',
    who: EDIT,
    body: z.strictObject({
      paths: z.array(modelPath).min(1, '请选择要提交的模型').max(200),
      /** What was on the screen: the commits of the saved and of the published texts. */
      saved: oid,
      published: oid,
      document: documentNumber,
      note,
    }),
    answer: submission,
    codes: {
      ...codes('nothing-to-submit', 'changed-meanwhile', 'already-submitted', 'lint-errors'),
      ...modelCodes('no-such-version'),
      ...linting,
    },
  }),
  readSubmission: route({
    method: 'get',
    path: '/api/submissions/{id}',
    summary: 'One submission with what lint says of the models as they would run',
    who: READ,
    params: id,
    answer: z.object({
      submission,
      findings: z.array(finding),
      /** Projects that were moved to or from the versions it made, newest first. */
      moves: z.array(move),
    }),
    codes: { ...codes('no-such-submission'), ...linting },
  }),
  readImpact: route({
    method: 'get',
    path: '/api/submissions/{id}/impact',
    summary: 'Running projects by step and version, and which could move',
    who: READ,
    params: id,
    answer: z.object({ running: z.array(running) }),
    codes: codes('no-such-submission', 'engine-unavailable'),
  }),
  publish: route({
    method: 'post',
    audited: audited('发布', 'id'),
    path: '/api/submissions/{id}/publish',
    summary:
      'Publish what other persons wrote and submitted; running projects stay on their version',
    who: PUBLISH,
    params: id,
    // It is published all the same: what to wait for before anybody files an application.
    answer: submission.extend({ warning: z.string().nullable() }),
    codes: {
      ...codes(
        'no-such-submission',
        'same-person',
        'not-open',
        'lint-errors',
        'published-meanwhile',
        'engine-refused',
        'engine-unavailable',
      ),
      ...linting,
    },
  }),
  refuse: route({
    method: 'post',
    audited: audited('退回提交', 'id'),
    path: '/api/submissions/{id}/refuse',
    summary: 'Send a submission back with a reason',
    who: PUBLISH,
    params: id,
    body: z.strictObject({ reason: note }),
    answer: submission,
    codes: codes('no-such-submission', 'not-open'),
  }),
  withdraw: route({
    method: 'post',
    audited: audited('撤回提交', 'id'),
    path: '/api/submissions/{id}/withdraw',
    summary: 'Take one’s own submission back',
    who: EDIT,
    params: id,
    answer: submission,
    codes: codes('no-such-submission', 'not-open', 'not-yours'),
  }),
  rollBack: route({
    method: 'post',
    audited: audited('提交回退', 'id', 'document'),
    path: '/api/submissions/{id}/roll-back',
    summary: 'Submit the models as they were after this publication; another person publishes them',
    who: EDIT,
    params: id,
    body: z.strictObject({ document: documentNumber, note }),
    answer: submission,
    codes: {
      ...codes(
        'no-such-submission',
        'not-published',
        'nothing-to-submit',
        'already-submitted',
        'lint-errors',
      ),
      ...linting,
    },
  }),
  checkMigration: route({
    method: 'get',
    path: '/api/migration-plan',
    summary: 'The checked plan of moving running projects to another version',
    who: PUBLISH,
    query: z.strictObject(versions),
    answer: migrationPlan,
    codes: codes('no-such-process-version', 'engine-unavailable'),
  }),
  migrate: route({
    method: 'post',
    audited: { as: '迁移在办项目', about: movedBetween },
    path: '/api/migrations',
    summary: 'Carry out a checked plan; refused when it is not the same any more',
    who: PUBLISH,
    body: z.strictObject({ plan: migrationPlan.extend(versions), document: documentNumber }),
    answer: z.object({
      moved: z.array(z.string()),
      /** One sentence for each that stayed. */
      stayed: z.array(z.object({ instance: z.string(), reason: z.string() })),
    }),
    codes: codes(
      'no-such-process-version',
      'same-person',
      'plan-has-problems',
      'engine-unavailable',
    ),
  }),
};
