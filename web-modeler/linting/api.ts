import { z } from 'zod';
import { documentNumber, done, instant, modelPath, person } from '../api/common.ts';
import { route } from '../../site/api/route.ts';

/** A legal finding that an administrator overruled, with the document that allows it. */
export const overruling = z
  .object({
    id: z.string(),
    path: modelPath,
    rule: z.string(),
    elementId: z.string().nullable(),
    /** The finding's sentence: another sentence is another finding. */
    message: z.string(),
    document: documentNumber,
    by: person,
    at: instant,
  })
  .meta({ id: 'Overruling' });
export type Overruling = z.infer<typeof overruling>;

export const lintingRoutes = {
  readSurroundings: route({
    method: 'get',
    path: '/api/lint-surroundings',
    summary:
      'What lint in the browser needs beside the file: all models, job types, the regulation',
    role: 'reader',
    answer: z.object({
      files: z.array(z.object({ path: modelPath, source: z.string() })),
      jobTypes: z.array(z.string()),
      notices: z.array(z.string()),
      /** law/regulation.yaml, read. */
      regulation: z.unknown(),
      overrulings: z.array(overruling),
    }),
  }),
  overrule: route({
    method: 'post',
    path: '/api/overrulings',
    summary: 'Overrule a legal finding with a document number',
    role: 'editor',
    body: z.strictObject({
      path: modelPath,
      rule: z.string().min(1).max(60),
      elementId: z.string().max(200).nullable(),
      message: z.string().min(1).max(1000),
      document: documentNumber,
    }),
    answer: overruling,
    codes: ['not-a-legal-finding'],
  }),
  revokeOverruling: route({
    method: 'delete',
    path: '/api/overrulings/{id}',
    summary: 'Take an overruling back; it stays on record',
    role: 'editor',
    params: z.strictObject({ id: z.uuid('没有这条放行记录') }),
    answer: done,
    codes: ['no-such-overruling'],
  }),
  readTemplates: route({
    method: 'get',
    path: '/api/templates',
    summary: 'The element templates of models/templates',
    role: 'reader',
    answer: z.object({ templates: z.array(z.unknown()) }),
  }),
};
