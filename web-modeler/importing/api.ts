import { z } from 'zod';
import { route } from '../../site/api/route.ts';
import { modelCodes } from '../api/codes.ts';
import { finding, modelPath, source } from '../api/common.ts';
import { WITH_MODELS } from '../api/model.ts';
import { EDIT } from '../api/rights.ts';

export const importingRoutes = {
  checkImport: route({
    method: 'post',
    audited: false,
    path: '/api/import-check',
    summary: 'What is wrong with a file, and where it would go; nothing is saved',
    who: EDIT,
    body: z.strictObject({ fileName: z.string().min(1).max(200), source }),
    limit: WITH_MODELS,
    answer: z.object({
      /** Where it would be saved, when its kind and id are readable. */
      path: modelPath.nullable(),
      exists: z.boolean(),
      findings: z.array(finding),
    }),
    codes: modelCodes('refused-content', 'too-many-computations', 'lint-takes-too-long'),
  }),
};
