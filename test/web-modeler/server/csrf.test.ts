import { describe, expect, test } from '@jest/globals';
import { EDITOR, useModeler } from './support/modeler.ts';

const use = useModeler();

const overruling = {
  path: 'stage-budget/stage-budget.bpmn',
  rule: 'regulation-table',
  elementId: 'Task_ApproveBudget',
  message: '期限不一致',
  document: '九数办〔2026〕12号',
};

describe('a write needs the session’s own token', () => {
  test.each(['', 'f'.repeat(256)])('token “%s” is refused', async (token) => {
    const editor = await use.signedIn(EDITOR);
    const { body } = await editor.agent
      .post('/api/overrulings')
      .set('x-csrf-token', token)
      .send(overruling)
      .expect(403);
    expect(body.code).toBe('bad-csrf-token');
  });

  test('another session’s is refused', async () => {
    const [one, two] = [await use.signedIn(EDITOR), await use.signedIn(EDITOR)];
    await two.agent
      .post('/api/overrulings')
      .set('x-csrf-token', one.token)
      .send(overruling)
      .expect(403);
    expect(await use.records.overrulings()).toEqual([]);
  });

  test('signing in and out need one too', async () => {
    const visitor = await use.visitor();
    await visitor.agent.post('/api/session').send({ userId: EDITOR, password: 'demo' }).expect(403);
    const editor = await use.signedIn(EDITOR);
    await editor.agent.delete('/api/session').expect(403);
    await editor.get('/api/models').expect(200);
  });
});

describe('where a request comes from', () => {
  test.each(['cross-site', 'same-site'])('%s is refused, reading too', async (site) => {
    const editor = await use.signedIn(EDITOR);
    const read = await editor.get('/api/models').set('sec-fetch-site', site).expect(403);
    expect(read.body.code).toBe('cross-site');
    await editor.post('/api/overrulings', overruling).set('sec-fetch-site', site).expect(403);
    expect(await use.records.overrulings()).toEqual([]);
  });

  test.each(['same-origin', 'none'])('%s is served', async (site) => {
    const editor = await use.signedIn(EDITOR);
    await editor.get('/api/models').set('sec-fetch-site', site).expect(200);
  });
});
