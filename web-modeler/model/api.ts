import { z } from 'zod';
import { audited, route } from '../../site/api/route.ts';
import { modelCodes } from '../api/codes.ts';
import { modelPath, note, source } from '../api/common.ts';
import { at, base, model, saved, WITH_MODELS } from '../api/model.ts';
import { EDIT, READ } from '../api/rights.ts';

export const modelRoutes = {
  readModel: route({
    method: 'get',
    path: '/api/model',
    summary: 'The text of one file',
    who: READ,
    query: z.strictObject({ path: modelPath, at }),
    answer: model,
    codes: modelCodes('no-such-model', 'no-such-version'),
  }),
  saveModel: route({
    method: 'post',
    audited: audited('保存模型', 'path'),
    path: '/api/model',
    summary: 'Save a new version of one file, or a new file',
    who: EDIT,
    body: z.strictObject({ path: modelPath, source, base, note }),
    limit: WITH_MODELS,
    answer: saved,
    codes: modelCodes('conflict', 'refused-content', 'unreadable-content', 'no-such-model'),
  }),
};
