import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { addressOf, call } from '../../../site/page/api.ts';
import { ApiProblem } from '../../../site/page/problem.ts';
import { sessionIs, sessionState } from '../../../site/page/session.ts';
import { signIn, signOut } from '../../../site/page/session-routes.ts';
import { libraryRoutes } from '../../../web-modeler/library/api.ts';
import { modelRoutes } from '../../../web-modeler/model/api.ts';

const EDITOR = { id: 'shuju.zhang', name: '张慧敏', role: 'editor' as const };
const MODELS = { models: [], saved: 'a'.repeat(40), published: 'b'.repeat(40) };
const SAVE = {
  body: { path: 'stage-budget/stage-budget.bpmn', source: '', base: null, note: '试' },
};

type Answer = { status: number; body: unknown };
const BY_PASSWORD = { signInBy: 'password', mustChangePassword: false } as const;
type Asked = { address: string; method: string; token: string | null; body: unknown };

const before = globalThis.fetch;
let answers: Answer[];
let asked: Asked[];

beforeEach(() => {
  asked = [];
  sessionIs({ user: EDITOR, ...BY_PASSWORD, csrfToken: 'token-1' });
  globalThis.fetch = async (address, init = {}) => {
    const token = new Headers(init.headers).get('x-csrf-token');
    const body = init.body === undefined ? undefined : JSON.parse(String(init.body));
    asked.push({ address: String(address), method: init.method ?? '', token, body });
    const answer = answers.shift();
    if (!answer) throw new TypeError('fetch failed');
    return typeof answer.body === 'string'
      ? new Response(answer.body, { status: answer.status })
      : Response.json(answer.body, { status: answer.status });
  };
});
afterEach(() => {
  globalThis.fetch = before;
});

const problemOf = async (promise: Promise<unknown>) => {
  const error = await promise.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiProblem);
  return error instanceof ApiProblem ? error : undefined;
};

describe('a call of the API', () => {
  it('fills the address', () => {
    expect(addressOf('/api/submissions/{id}/publish', { id: 'a/b' })).toBe(
      '/api/submissions/a%2Fb/publish',
    );
    expect(addressOf('/api/model', {}, { path: 'a/b.bpmn', at: undefined })).toBe(
      '/api/model?path=a%2Fb.bpmn',
    );
  });

  it('gives the answer that the schema reads', async () => {
    answers = [{ status: 200, body: MODELS }];
    expect(await call(libraryRoutes.listModels)).toEqual(MODELS);
    expect(asked).toEqual([
      { address: '/api/models', method: 'GET', token: null, body: undefined },
    ]);
  });

  it('sends the token with what writes', async () => {
    answers = [{ status: 200, body: {} }];
    await call(signOut);
    expect(asked).toMatchObject([{ method: 'DELETE', token: 'token-1', body: {} }]);
  });

  it('fails with the code, the sentence and the details of the server', async () => {
    answers = [
      { status: 409, body: { code: 'conflict', message: '他人已保存。', details: { a: 1 } } },
    ];
    expect(await problemOf(call(modelRoutes.saveModel, SAVE))).toMatchObject({
      code: 'conflict',
      message: '他人已保存。',
      status: 409,
      details: { a: 1 },
    });
  });

  it.each<[string, Answer, RegExp]>([
    ['an error page', { status: 502, body: '<html>' }, /状态 502/],
    ['an answer outside the schema', { status: 200, body: { models: 1 } }, /状态 200/],
  ])('says what to do with %s', async (_what, answer, sentence) => {
    answers = [answer];
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const problem = await problemOf(call(libraryRoutes.listModels));
    expect(problem?.code).toBe('unreadable-answer');
    expect(problem?.message).toMatch(sentence);
    log.mockRestore();
  });

  it('says when nobody answers', async () => {
    answers = [];
    expect(await problemOf(call(libraryRoutes.listModels))).toMatchObject({
      code: 'offline',
      status: 0,
    });
  });

  it('waits for a new sign-in when the session has ended, and goes on after it', async () => {
    answers = [
      { status: 401, body: { code: 'not-signed-in', message: '请登录。' } },
      { status: 200, body: MODELS },
    ];
    const called = call(libraryRoutes.listModels);
    while (!sessionState().expired) await new Promise((resolve) => setImmediate(resolve));
    // The pages stay: whoever was signed in is still shown.
    expect(sessionState().session?.user).toEqual(EDITOR);
    sessionIs({ user: EDITOR, ...BY_PASSWORD, csrfToken: 'token-2' });
    expect(await called).toEqual(MODELS);
    expect(sessionState().expired).toBe(false);
  });

  it('does not wait when the sign-in itself is refused', async () => {
    answers = [{ status: 401, body: { code: 'bad-credentials', message: '密码不对。' } }];
    const tried = call(signIn, { body: { userId: 'a', password: 'b' } });
    expect(await problemOf(tried)).toMatchObject({ code: 'bad-credentials' });
  });

  it('takes a new token and tries once more when its own has gone', async () => {
    answers = [
      { status: 403, body: { code: 'bad-csrf-token', message: '页面已过期。' } },
      { status: 200, body: { user: EDITOR, ...BY_PASSWORD, csrfToken: 'token-2' } },
      { status: 200, body: {} },
    ];
    await call(signOut);
    expect(asked.map(({ token }) => token)).toEqual(['token-1', null, 'token-2']);
  });
});
