import { expect, test } from '@jest/globals';
import {
  EDITOR,
  OUTSIDER,
  PUBLISHER,
  READER,
  REVIEW,
  START_NOTICE,
  useModeler,
} from '../server/support/modeler.ts';

const use = useModeler();

type Line = { id: string; action: string; target: string; result: string; by: { id: string } };

/** The newest lines of the list, as `who action target result`. */
async function newest(count: number): Promise<string[]> {
  const reader = await use.signedIn(READER);
  const { body } = await reader.get('/api/audit').expect(200);
  // The reader's own sign-in is the newest.
  return body.entries
    .slice(1, count + 1)
    .map(({ by, action, target, result }: Line) => `${by.id} ${action} ${target} ${result}`);
}

test('every write and every try at one is kept: who, what, when, from where, and what came of it', async () => {
  const editor = await use.signedIn(EDITOR);
  const at = `/api/model?path=${encodeURIComponent(START_NOTICE)}`;
  const { blob, source } = (await editor.get(at)).body;
  const change = { path: START_NOTICE, source: `${source}\n`, base: blob, note: '改' };
  await editor.post('/api/model', change).expect(200);
  await editor.post('/api/model', { ...change, source }).expect(409);
  await editor.post('/api/model', { ...change, path: REVIEW, source: '<!DOCTYPE a>' }).expect(422);
  await editor.post('/api/model', { path: REVIEW }).expect(400);
  await editor.agent.post('/api/model').send(change).expect(403);
  const overruling = {
    path: REVIEW,
    rule: 'regulation-table',
    elementId: 'Task_TechnicalReview',
    message: '期限',
    document: '九数办〔2026〕12号',
  };
  const { id } = (await editor.post('/api/overrulings', overruling).expect(200)).body;
  await editor.delete(`/api/overrulings/${id}`).expect(200);
  const reader = await use.signedIn(READER);
  await reader.post('/api/model', change).expect(403);
  await editor.delete('/api/session').expect(200);

  expect(await newest(10)).toEqual([
    `${EDITOR} signOut  ok`,
    // Refused before its body is read, so nobody knows what it was about.
    `${READER} saveModel  not-allowed`,
    `${READER} signIn  ok`,
    `${EDITOR} revokeOverruling ${id} ok`,
    `${EDITOR} overrule ${REVIEW} regulation-table Task_TechnicalReview 九数办〔2026〕12号 ok`,
    `${EDITOR} saveModel  bad-csrf-token`,
    `${EDITOR} saveModel ${REVIEW} bad-request`,
    `${EDITOR} saveModel ${REVIEW} refused-content`,
    `${EDITOR} saveModel ${START_NOTICE} conflict`,
    `${EDITOR} saveModel ${START_NOTICE} ok`,
  ]);
  const [line] = (await (await use.signedIn(READER)).get('/api/audit')).body.entries;
  expect(line).toMatchObject({
    by: { id: READER, name: '李文博' },
    from: expect.stringMatching(/127\.0\.0\.1$/),
  });
  expect(Math.abs(Date.parse(line.at) - Date.now())).toBeLessThan(60_000);
});

test('tries to sign in are kept by the name that was tried; a flood of them is one line', async () => {
  const app = use.app({ failsAfterMs: 0 });
  const visitor = await use.visitor(app);
  await visitor.post('/api/session', { userId: OUTSIDER, password: 'demo' }).expect(403);
  for (let i = 0; i < 14; i += 1) {
    await visitor.post('/api/session', { userId: PUBLISHER, password: 'guess' });
  }
  const lines = await newest(12);
  expect(lines[0]).toBe(`${PUBLISHER} signIn  too-many-attempts`);
  expect(lines.slice(1, 11)).toEqual(Array(10).fill(`${PUBLISHER} signIn  bad-credentials`));
  expect(lines[11]).toBe(`${OUTSIDER} signIn  no-role`);
});

test('a migration’s line names the process, its versions and the document that orders it', async () => {
  const publisher = await use.signedIn(PUBLISHER);
  const versions = { processId: 'stage-budget', fromVersion: 7, toVersion: 8 };
  const plan = { ...versions, instances: [], mapping: [], problems: [] };
  await publisher.post('/api/migrations', { plan, document: '九数办〔2026〕15号' }).expect(404);
  expect(await newest(1)).toEqual([
    `${PUBLISHER} migrate stage-budget 7 → 8 九数办〔2026〕15号 no-such-process-version`,
  ]);
});

test('looking at something leaves no line, nor does anybody who is not signed in', async () => {
  const editor = await use.signedIn(EDITOR);
  const before = (await use.records.audit(undefined, 1))[0]?.id;
  await editor.get('/api/models').expect(200);
  await editor.post('/api/import-check', { fileName: 'x.form', source: '{}' }).expect(200);
  const visitor = await use.visitor();
  await visitor.post('/api/model', {}).expect(401);
  expect((await use.records.audit(undefined, 1))[0]?.id).toBe(before);
});

test('is read page by page, each line once', async () => {
  const at = new Date('2026-03-10T01:00:00Z');
  for (let n = 0; n < 230; n += 1) {
    await use.records.keepAudit({
      request: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      at,
      person: EDITOR,
      personName: '张慧敏',
      action: 'saveModel',
      actionWords: '保存模型',
      wing: 'web-modeler',
      target: `${n}`,
      from: '10.0.0.1',
      result: 'ok',
    });
  }
  const reader = await use.signedIn(READER);
  const seen: string[] = [];
  let before: string | undefined;
  for (let more = true; more; ) {
    const query: string = before === undefined ? '' : `?before=${before}`;
    const { body } = await reader.get(`/api/audit${query}`).expect(200);
    seen.push(...body.entries.map(({ id }: Line) => id));
    before = seen.at(-1);
    more = body.more;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(230);
  expect(seen).toEqual([...seen].sort((a, b) => Number(b) - Number(a)));
});

test('a line that cannot be kept is in the log, and what it tells of has happened', async () => {
  const away = {
    ...{ ping: async () => {}, audit: async () => [] },
    keepAudit: async () => {
      throw new Error('database is away');
    },
  };
  const app = use.app({ records: away });
  const editor = await use.signedIn(EDITOR, app);
  const at = `/api/model?path=${encodeURIComponent(START_NOTICE)}`;
  const { blob, source } = (await editor.get(at)).body;
  const change = { path: START_NOTICE, source: `${source}甲`, base: blob, note: '改' };
  await editor.post('/api/model', change).expect(200);
  const told = use.lines.filter((line) => line.includes('an audit line is not kept'));
  expect(told.some((line) => line.includes('saveModel') && line.includes(START_NOTICE))).toBe(true);
});
