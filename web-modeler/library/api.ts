import { z } from 'zod';
import { finding, instant, kind, modelPath, note, oid, person, source } from '../api/common.ts';
import { route } from '../../site/api/route.ts';

/** One saved version of one file. */
export const version = z
  .object({
    commit: oid,
    /** The file's content; two versions with the same blob are the same text. */
    blob: oid,
    by: person,
    at: instant,
    note: z.string(),
  })
  .meta({ id: 'Version' });
export type Version = z.infer<typeof version>;

export const modelSummary = z
  .object({
    path: modelPath,
    kind,
    /** The process's, decision's or form's id; a notice's file name without its ending. */
    id: z.string(),
    /** The Chinese name as written in the model. */
    name: z.string(),
    /** The process (folder) it belongs to, by id and Chinese name. */
    home: z.object({ id: z.string(), name: z.string() }),
    blob: oid,
    changed: version,
    /** Whether the saved text is what runs, differs from it, or waits in an open submission. */
    state: z.enum(['published', 'draft', 'submitted']),
    /** The engine's version number of a process, decision or form; null when never deployed from here. */
    deployedVersion: z.number().nullable(),
    errors: z.number(),
    warnings: z.number(),
    /** Whether the shipped text (of this installation's release) differs from the saved one. */
    differsFromShipped: z.boolean(),
  })
  .meta({ id: 'ModelSummary' });
export type ModelSummary = z.infer<typeof modelSummary>;

/** One text of one file at one moment. */
export const model = z
  .object({ path: modelPath, kind, source, blob: oid, commit: oid })
  .meta({ id: 'Model' });
export type Model = z.infer<typeof model>;

/** Which text: what is saved, what runs, what was shipped, or what a commit had. */
export const at = z
  .union([z.enum(['saved', 'published', 'shipped']), oid])
  .default('saved')
  .meta({ id: 'At' });

const saved = z.object({ model, findings: z.array(finding) }).meta({ id: 'Saved' });
/** The blob the writer began from; null when the file is to be new. */
const base = oid.nullable();

/** `details` of the code `conflict`: what somebody else saved meanwhile. */
export const conflict = z.object({ theirs: model, changed: version }).meta({ id: 'Conflict' });

export const libraryRoutes = {
  listModels: route({
    method: 'get',
    path: '/api/models',
    summary: 'Every process, table, form and notice',
    role: 'reader',
    answer: z.object({ models: z.array(modelSummary) }),
  }),
  listLinks: route({
    method: 'get',
    path: '/api/links',
    summary: 'How processes call each other, forms, tables and notices',
    role: 'reader',
    answer: z.object({
      links: z.array(
        z.object({
          from: modelPath,
          to: modelPath,
          kind: z.enum(['calls', 'form', 'decides', 'notice']),
          /** The elements of `from` that do it. */
          elements: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      ),
    }),
  }),
  readModel: route({
    method: 'get',
    path: '/api/model',
    summary: 'The text of one file',
    role: 'reader',
    query: z.strictObject({ path: modelPath, at }),
    answer: model,
    codes: ['no-such-model', 'no-such-version'],
  }),
  saveModel: route({
    method: 'post',
    path: '/api/model',
    summary: 'Save a new version of one file, or a new file',
    role: 'editor',
    body: z.strictObject({ path: modelPath, source, base, note }),
    answer: saved,
    codes: ['conflict', 'refused-content', 'unreadable-content', 'no-such-model'],
  }),
  readHistory: route({
    method: 'get',
    path: '/api/history',
    summary: 'The saved versions of one file, newest first',
    role: 'reader',
    query: z.strictObject({ path: modelPath }),
    answer: z.object({ versions: z.array(version) }),
    codes: ['no-such-model'],
  }),
  restoreModel: route({
    method: 'post',
    path: '/api/history/restore',
    summary: 'Save an earlier, the published or the shipped text as a new version',
    role: 'editor',
    body: z.strictObject({ path: modelPath, at, base, note }),
    answer: saved,
    codes: ['conflict', 'no-such-model', 'no-such-version'],
  }),
  checkImport: route({
    method: 'post',
    path: '/api/import-check',
    summary: 'What is wrong with a file, and where it would go; nothing is saved',
    role: 'editor',
    body: z.strictObject({ fileName: z.string().min(1).max(200), source }),
    answer: z.object({
      /** Where it would be saved, when its kind and id are readable. */
      path: modelPath.nullable(),
      exists: z.boolean(),
      findings: z.array(finding),
    }),
    codes: ['refused-content'],
  }),
};
