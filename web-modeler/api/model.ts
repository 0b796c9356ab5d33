import { z } from 'zod';
import { instant, person } from '../../site/api/common.ts';
import { finding, kind, modelPath, oid, source } from './common.ts';

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

export const saved = z.object({ model, findings: z.array(finding) }).meta({ id: 'Saved' });
/** The blob the writer began from; null when the file is to be new. */
export const base = oid.nullable();

/** `details` of the code `conflict`: what somebody else saved meanwhile. */
export const conflict = z.object({ theirs: model, changed: version }).meta({ id: 'Conflict' });

/** The largest body that brings models: one has at most two million characters, each up to three bytes. */
export const WITH_MODELS = '8mb';
