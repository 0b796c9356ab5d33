import { z } from 'zod';
import { audited, route } from '../../site/api/route.ts';
import { modelCodes } from '../api/codes.ts';
import { modelPath, note } from '../api/common.ts';
import { at, base, saved, version } from '../api/model.ts';
import { EDIT, READ } from '../api/rights.ts';

export const historyRoutes = {
  readHistory: route({
    method: 'get',
    path: '/api/history',
    summary: 'The saved versions of one file, newest first',
    who: READ,
    query: z.strictObject({ path: modelPath }),
    answer: z.object({ versions: z.array(version) }),
    codes: modelCodes('no-such-model'),
  }),
  restoreModel: route({
    method: 'post',
    audited: audited('恢复版本', 'path'),
    path: '/api/history/restore',
    summary: 'Save an earlier, the published or the shipped text as a new version',
    who: EDIT,
    body: z.strictObject({ path: modelPath, at, base, note }),
    answer: saved,
    codes: modelCodes(
      'conflict',
      'refused-content',
      'unreadable-content',
      'no-such-model',
      'no-such-version',
    ),
  }),
};
