import { expect, test } from '@jest/globals';
import { conflict } from '../../../web-modeler/api/model.ts';
import { StorageError } from '../../../web-modeler/server/storage/errors.ts';
import { translate } from '../../../web-modeler/server/translate.ts';

const path = 'stage-budget/stage-budget.bpmn';
const oid = 'a'.repeat(40);

test.each([
  [{ kind: 'no-such-version' }, 'no-such-version'],
  [{ kind: 'not-a-path', path: '../x' }, 'bad-request'],
  [{ kind: 'gone', path }, 'no-such-model'],
] as const)('%j is told as %s', (trouble, code) => {
  expect(translate(new StorageError(trouble))).toMatchObject({ code });
});

test('a conflict names who was first, and gives what is there as the API describes it', () => {
  const by = { id: 'li', name: '李发布' };
  const changed = { commit: oid, blob: oid, by, at: '2026-10-09T01:00:00Z', note: '改' };
  const theirs = { path, source: '<x/>', blob: oid, commit: oid };
  const told = translate(new StorageError({ kind: 'conflict', theirs, changed }));
  expect(told).toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/^李发布已先保存/),
  });
  expect(conflict.parse(told?.details)).toEqual({
    theirs: { ...theirs, kind: 'process' },
    changed,
  });
});

test('anything else is no error of the storage', () => {
  expect(translate(new Error('x'))).toBeUndefined();
});
