import { z } from 'zod';
import { route } from '../../site/api/route.ts';
import { kind, modelPath, oid } from '../api/common.ts';
import { version } from '../api/model.ts';
import { READ } from '../api/rights.ts';

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

export const libraryRoutes = {
  listModels: route({
    method: 'get',
    path: '/api/models',
    summary: 'Every process, table, form and notice',
    who: READ,
    answer: z.object({
      models: z.array(modelSummary),
      /** The commits of the texts that are told: what is saved and what runs. */
      saved: oid,
      published: oid,
    }),
  }),
};
