import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ModelsRefused } from '../../../engine/deployment/deploy-resources.ts';
import type { User } from '../../../web-modeler/api/rights.ts';
import type { Submission } from '../../../web-modeler/publishing/api.ts';
import type { PublishingDeps } from '../../../web-modeler/publishing/server/deps.ts';
import { publishingHandlers } from '../../../web-modeler/publishing/server/index.ts';
import { useRecords } from '../../support/use-records.ts';
import {
  asking,
  BUDGET,
  document,
  FORM,
  li,
  makeWorld,
  models,
  NOTICE,
  REVIEW,
  sun,
  type World,
  wang,
  withLimit,
} from './world.ts';

const use = useRecords();
let world: World;

beforeEach(async () => {
  await use.sql.query('truncate deployments, submissions, moves');
  world = makeWorld(use.records, models);
});

const refused = (code: string, message = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(message) });

const submit = (paths: string[], user: User = wang) =>
  world.handlers.submit(
    asking(user, {
      body: { paths, ...world.storage.seen(), document, note: '按新规定调整时限' },
    }),
  );
const publish = (id: string, user: User = li) =>
  world.handlers.publish(asking(user, { params: { id } }));
const read = async (id: string) =>
  (await world.handlers.readSubmission(asking(li, { params: { id } }))).submission;

/** Saves another limit and submits it. */
async function submitted(days = 10): Promise<Submission> {
  world.storage.edit(REVIEW, withLimit(days));
  return submit([REVIEW]);
}

const UNREACHABLE = Object.assign(new Error('14 UNAVAILABLE: No connection established'), {
  code: 14,
});
const SILENT = Object.assign(new Error('4 DEADLINE_EXCEEDED'), { code: 4 });

describe('submit', () => {
  test('tells the change in the law’s words and what would run', async () => {
    world.storage.edit(BUDGET, `${models[BUDGET]}<!-- not submitted -->`);
    const submission = await submitted();
    expect(submission).toMatchObject({
      state: 'open',
      document,
      note: '按新规定调整时限',
      by: { id: 'wang', name: '王编辑' },
      at: '2026-03-02T01:00:00.000Z',
      ended: null,
      rollsBackTo: null,
      deployed: [],
      changes: [
        {
          path: REVIEW,
          kind: 'changed',
          elementId: 'Task_TechnicalReview',
          sentence: '技术评审 时限 15 → 10 工作日（第二十五条第二项）',
          legal: true,
        },
      ],
    });
    const { commit } = submission;
    expect((await world.storage.read(commit, REVIEW))?.source).toBe(withLimit(10));
    expect((await world.storage.read(commit, BUDGET))?.source).toBe(models[BUDGET]);
    expect(await world.storage.ref('published')).not.toBe(commit);
  });

  test('what is saved as it runs is nothing to submit', async () => {
    await expect(submit([REVIEW, 'no-such/no-such.bpmn'])).rejects.toEqual(
      refused('nothing-to-submit'),
    );
  });

  test('what was saved or published after it was looked at is not submitted, and nothing is lost', async () => {
    world.storage.edit(REVIEW, withLimit(10));
    const seen = world.storage.seen();
    const body = { paths: [REVIEW], ...seen, document, note: '调整' };
    const head = world.storage.edit(REVIEW, withLimit(11), li);
    const again = () => world.handlers.submit(asking(wang, { body }));
    await expect(again()).rejects.toEqual(refused('changed-meanwhile', REVIEW));
    expect(await use.records.submissions()).toEqual([]);
    expect((await world.storage.read(head, REVIEW))?.source).toBe(withLimit(11));
    world.storage.edit(REVIEW, withLimit(10));
    world.storage.refs.published = head;
    await expect(again()).rejects.toEqual(refused('changed-meanwhile', REVIEW));
  });

  test('a commit that holds another text brings that text in by no call', async () => {
    const other = world.storage.edit(REVIEW, withLimit(3), li);
    world.storage.edit(REVIEW, withLimit(10));
    const body = { paths: [REVIEW], ...world.storage.seen(), document, note: '调整' };
    const submitting = world.handlers.submit(asking(wang, { body: { ...body, saved: other } }));
    await expect(submitting).rejects.toEqual(refused('changed-meanwhile', REVIEW));
    const swapped = { ...body, saved: body.published, published: body.saved };
    await expect(world.handlers.submit(asking(wang, { body: swapped }))).rejects.toEqual(
      refused('changed-meanwhile', REVIEW),
    );
  });

  test('what others save beside it meanwhile does not stop it', async () => {
    world.storage.edit(REVIEW, withLimit(10));
    const seen = world.storage.seen();
    world.storage.edit(BUDGET, `${models[BUDGET]}<!-- x -->`, li);
    const body = { paths: [REVIEW], ...seen, document, note: '调整' };
    const { commit } = await world.handlers.submit(asking(wang, { body }));
    expect((await world.storage.read(commit, REVIEW))?.source).toBe(withLimit(10));
  });

  test('a file that waits already is not submitted again, until it is withdrawn', async () => {
    const first = await submitted();
    world.storage.edit(BUDGET, `${models[BUDGET]}<!-- x -->`);
    await expect(submit([REVIEW, BUDGET], li)).rejects.toEqual(refused('already-submitted'));
    await world.handlers.withdraw(asking(wang, { params: { id: first.id } }));
    expect((await submit([REVIEW, BUDGET], li)).files).toHaveLength(2);
  });

  test('of two at once one wins', async () => {
    world.storage.edit(REVIEW, withLimit(10));
    const both = await Promise.allSettled([submit([REVIEW]), submit([REVIEW], li)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('errors of lint stop it, overruled ones and warnings do not', async () => {
    const finding = { file: REVIEW, rule: 'regulation-table', message: '时限不一致。' };
    world.findings.push({ ...finding, severity: 'error' });
    await expect(submitted()).rejects.toEqual(refused('lint-errors', '时限不一致'));
    world.findings.splice(
      0,
      1,
      { ...finding, severity: 'error', document },
      { ...finding, severity: 'warning' },
    );
    expect((await submitted(9)).state).toBe('open');
  });

  test('no document overrules FEEL that reaches outside', async () => {
    world.findings.push({
      file: REVIEW,
      rule: 'feel-stays-inside',
      message: '请改写表达式。',
      severity: 'error',
      document,
    });
    await expect(submitted()).rejects.toEqual(refused('lint-errors'));
  });

  test('a file that is to go', async () => {
    world.storage.edit(NOTICE, null);
    const { id, files, changes } = await submit([NOTICE]);
    expect(files).toEqual([{ path: NOTICE, before: expect.any(String), after: null }]);
    expect(changes.map(({ kind }) => kind)).toEqual(['removed']);
    await publish(id);
    expect(await world.storage.read(await world.storage.ref('published'), NOTICE)).toBeUndefined();
  });
});

describe('publish', () => {
  test('deploys the whole set, makes it the published one and links to Operate', async () => {
    const { id, commit } = await submitted();
    const published = await publish(id);
    expect(published).toMatchObject({
      state: 'published',
      commit,
      ended: { by: { id: 'li', name: '李发布' }, reason: null },
      deployed: [
        {
          kind: 'process',
          id: 'stage-technical-review',
          version: 1,
          operate:
            'http://127.0.0.1:8080/operate/processes?process=stage-technical-review&version=1&active=true&incidents=true',
        },
      ],
    });
    expect(await world.storage.ref('published')).toBe(commit);
    const [deployed] = world.engine.deployments;
    expect(deployed?.map(({ name, kind }) => [name, kind])).toEqual([
      [BUDGET, 'process'],
      [REVIEW, 'process'],
      [FORM, 'form'],
    ]);
    expect(deployed?.find(({ name }) => name === REVIEW)?.content.toString()).toBe(withLimit(10));
  });

  test('not by who submitted it, neither here nor in the database', async () => {
    const { id, commit } = await submitted();
    await expect(publish(id, wang)).rejects.toEqual(refused('same-person'));
    await expect(
      use.records.beginPublishing(id, commit, { id: 'wang', name: '王编辑' }, new Date()),
    ).rejects.toThrow('submissions_two_persons');
    await expect(
      use.sql.query(`update submissions set state = 'published', ended_by = 'wang' where id = $1`, [
        id,
      ]),
    ).rejects.toThrow('submissions_two_persons');
    await expect(
      use.sql.query(`update submissions set state = 'published' where id = $1`, [id]),
    ).rejects.toThrow('submissions_two_persons');
    expect((await read(id)).state).toBe('open');
  });

  test('not by who saved a version since the one that runs, neither here nor in the database', async () => {
    world.storage.edit(REVIEW, withLimit(12), li);
    const { id, commit, authors } = await submitted();
    expect(authors.map((one) => one.id).sort()).toEqual(['li', 'wang']);
    await expect(publish(id, li)).rejects.toEqual(refused('same-person', '有您保存的修改'));
    await expect(use.records.beginPublishing(id, commit, li, new Date())).rejects.toThrow(
      'submissions_two_persons_of_authors',
    );
    expect((await publish(id, sun)).state).toBe('published');
  });

  test('who wrote what runs already publishes what others wrote since', async () => {
    world.storage.refs.published = world.storage.edit(REVIEW, withLimit(12), li);
    const { id, authors } = await submitted();
    expect(authors.map((one) => one.id)).toEqual(['wang']);
    expect((await publish(id, li)).state).toBe('published');
  });

  test('who wrote another file that is not in the submission is no author of it', async () => {
    world.storage.edit(BUDGET, `${models[BUDGET]}<!-- li's -->`, li);
    const { id } = await submitted();
    expect((await publish(id, li)).state).toBe('published');
  });

  test('what is ended is not published', async () => {
    const { id } = await submitted();
    await publish(id);
    await expect(publish(id)).rejects.toEqual(refused('not-open', '已发布（李发布）'));
    await expect(publish(randomUUID())).rejects.toEqual(refused('no-such-submission'));
  });

  test('errors of lint that came up since stop it', async () => {
    const { id } = await submitted();
    world.findings.push({ file: REVIEW, rule: 'void-loop', message: 'x', severity: 'error' });
    await expect(publish(id)).rejects.toEqual(refused('lint-errors'));
    expect(await read(id)).toMatchObject({ state: 'open', ended: null });
    expect(world.engine.deployments).toEqual([]);
  });

  test('what was published meanwhile stays, and stands under what follows', async () => {
    const first = await submitted();
    world.storage.edit(BUDGET, `${models[BUDGET]}<!-- second -->`);
    const second = await submit([BUDGET]);
    await publish(first.id);
    const published = await publish(second.id);
    expect(published.commit).not.toBe(second.commit);
    const now = await world.storage.ref('published');
    expect((await world.storage.read(now, REVIEW))?.source).toBe(withLimit(10));
    expect((await world.storage.read(now, BUDGET))?.source).toContain('second');
    expect(published.deployed[0]?.version).toBe(2);
  });

  test('a file that was published otherwise meanwhile is not overwritten', async () => {
    const { id } = await submitted();
    world.storage.refs.published = world.storage.edit(REVIEW, withLimit(7));
    await expect(publish(id)).rejects.toEqual(refused('published-meanwhile', REVIEW));
    expect((await read(id)).state).toBe('open');
  });

  test('what the engine refuses is told in one sentence, with its own words beside', async () => {
    const { id } = await submitted();
    const said = `'${REVIEW}': - Element: Task_TechnicalReview > extensionElements
    - ERROR: failed to parse expression 'a b c': Expected end-of-input`;
    world.engine.failures.push({ error: new ModelsRefused(said) });
    await expect(publish(id)).rejects.toMatchObject({
      code: 'engine-refused',
      message: `流程引擎没有接受模型（${REVIEW} 的 Task_TechnicalReview）：表达式“a b c”写法有误，请改正，然后重新提交。`,
      details: { engine: said },
    });
    expect((await read(id)).state).toBe('open');
    expect(await world.storage.ref('published')).toBe(await world.storage.ref('shipped'));
  });

  test('an engine that is not there leaves it open', async () => {
    const { id } = await submitted();
    world.engine.failures.push({ error: UNREACHABLE }, { error: UNREACHABLE });
    await expect(publish(id)).rejects.toEqual(refused('engine-unavailable', '没有发布'));
    expect((await read(id)).state).toBe('open');
    expect((await publish(id)).state).toBe('published');
  });

  test.each([
    ['lets nobody in', 16, 'UNAUTHENTICATED', 'engine-unavailable', '登录设置'],
    ['takes no more at once', 8, 'Received message larger than max', 'engine-refused', '大小'],
  ])('an engine that %s leaves it open', async (_, code, said, expected, message) => {
    const { id } = await submitted();
    world.engine.failures.push({ error: Object.assign(new Error(said), { code }) });
    await expect(publish(id)).rejects.toEqual(refused(expected, message));
    expect((await read(id)).state).toBe('open');
  });

  test('an engine that is busy is asked again', async () => {
    const { id } = await submitted();
    world.engine.failures.push({ error: UNREACHABLE });
    expect((await publish(id)).state).toBe('published');
  });

  test('an engine that may have heard it: finished with the next click, made once', async () => {
    const { id } = await submitted();
    world.engine.failures.push({ error: SILENT, after: true }, { error: UNREACHABLE });
    await expect(publish(id)).rejects.toEqual(refused('engine-unavailable', '再点一次'));
    expect(await read(id)).toMatchObject({ state: 'publishing', ended: null });
    await expect(publish(id, wang)).rejects.toEqual(refused('same-person'));
    expect(await publish(id)).toMatchObject({ state: 'published', deployed: [{ version: 1 }] });
  });

  test('while one is being published no other is', async () => {
    const first = await submitted();
    world.storage.edit(BUDGET, `${models[BUDGET]}<!-- second -->`);
    const second = await submit([BUDGET]);
    world.engine.failures.push({ error: SILENT }, { error: SILENT });
    await expect(publish(first.id)).rejects.toEqual(refused('engine-unavailable'));
    await expect(publish(second.id)).rejects.toEqual(refused('not-open', '另一次发布正在进行'));
  });
});

describe('a server that was killed', () => {
  /** Goes through a publication and is killed before the named call returns. */
  async function killedAt(step: 'deploy' | 'recordDeployments' | 'publish' | 'endPublishing') {
    const { id } = await submitted();
    const killed = () => Promise.reject(new Error('killed'));
    const { storage, engine, records } = world.deps;
    const { handlers } = publishingHandlers(
      {
        ...world.deps,
        storage: step === 'publish' ? { ...storage, publish: killed } : storage,
        engine: step === 'deploy' ? { ...engine, deploy: killed } : engine,
        records:
          step === 'recordDeployments' || step === 'endPublishing'
            ? withMethod(records, step, killed)
            : records,
      },
      { tries: 1, everyMs: 0 },
    );
    await expect(handlers.publish(asking(li, { params: { id } }))).rejects.toThrow('killed');
    return id;
  }

  test.each(['deploy', 'recordDeployments', 'publish', 'endPublishing'] as const)(
    'at %s finishes at its next start',
    async (step) => {
      const id = await killedAt(step);
      expect((await read(id)).state).toBe('publishing');
      await world.resumePublishing();
      expect(await read(id)).toMatchObject({
        state: 'published',
        ended: { by: { id: 'li' } },
        deployed: [{ id: 'stage-technical-review', version: 1 }],
      });
      const published = await world.storage.ref('published');
      expect((await world.storage.read(published, REVIEW))?.source).toBe(withLimit(10));
      await world.resumePublishing();
      expect(await use.records.processVersions('stage-technical-review')).toHaveLength(1);
    },
  );

  test('and upgraded meanwhile keeps what the upgrade brought', async () => {
    const id = await killedAt('publish');
    const upgraded = await world.storage.commitBeside(await world.storage.ref('published'), [
      { path: BUDGET, blob: null },
    ]);
    await world.storage.publish(upgraded);
    await world.resumePublishing();
    expect((await read(id)).state).toBe('published');
    const published = await world.storage.ref('published');
    expect(await world.storage.read(published, BUDGET)).toBeUndefined();
    expect((await world.storage.read(published, REVIEW))?.source).toBe(withLimit(10));
  });

  test('learns at its start which versions the engine has', async () => {
    await world.resumePublishing();
    expect(await use.records.newestDeployments()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'process',
          id: 'stage-budget',
          version: 1,
          path: BUDGET,
          submissionId: expect.any(String),
        }),
      ]),
    );
  });
});

describe('Tasklist’s forms', () => {
  test('are waited for: those the engine made of this publication', async () => {
    const { id } = await submitted();
    expect((await publish(id)).warning).toBeNull();
    expect(world.forms.asked).toEqual([[`10${FORM}`]]);
  });

  test('that do not come are told of; it is published all the same', async () => {
    const { id } = await submitted();
    world.forms.shown = false;
    expect(await publish(id)).toMatchObject({
      state: 'published',
      warning: expect.stringContaining('Tasklist 还没有收到新表单'),
    });
  });

  test('that nobody can look for are told of too', async () => {
    const { handlers } = publishingHandlers({ ...world.deps, formsShown: undefined });
    const { id } = await submitted();
    const published = await handlers.publish(asking(li, { params: { id } }));
    expect(published.warning).toContain('查不到 Tasklist');
  });
});

describe('refuse and withdraw', () => {
  test('a refusal keeps who and why', async () => {
    const { id } = await submitted();
    const ended = await world.handlers.refuse(
      asking(li, { params: { id }, body: { reason: '缺少依据' } }),
    );
    expect(ended).toMatchObject({
      state: 'refused',
      ended: { by: { id: 'li', name: '李发布' }, reason: '缺少依据' },
    });
    await expect(publish(id)).rejects.toEqual(refused('not-open', '已退回（李发布）'));
  });

  test('only who submitted it withdraws it', async () => {
    const { id } = await submitted();
    const by = (user: User) => world.handlers.withdraw(asking(user, { params: { id } }));
    await expect(by(li)).rejects.toEqual(refused('not-yours', '王编辑'));
    expect((await by(wang)).state).toBe('withdrawn');
    await expect(by(wang)).rejects.toEqual(refused('not-open'));
  });
});

describe('roll back', () => {
  const rollBack = (id: string, user: User) =>
    world.handlers.rollBack(asking(user, { params: { id }, body: { document, note: '退回' } }));

  test('submits what ran after that publication, for another person to publish', async () => {
    const first = await submitted(10);
    await publish(first.id);
    const second = await submitted(5);
    await publish(second.id);
    await expect(rollBack(second.id, wang)).rejects.toEqual(refused('nothing-to-submit'));
    const back = await rollBack(first.id, li);
    expect(back).toMatchObject({
      state: 'open',
      rollsBackTo: first.id,
      changes: [{ sentence: '技术评审 时限 5 → 10 工作日（第二十五条第二项）' }],
    });
    await expect(publish(back.id, li)).rejects.toEqual(refused('same-person'));
    await publish(back.id, wang);
    const published = await world.storage.ref('published');
    expect((await world.storage.read(published, REVIEW))?.source).toBe(withLimit(10));
    // What is being edited stays.
    expect((await world.storage.read(await world.storage.head(), REVIEW))?.source).toBe(
      withLimit(5),
    );
  });

  test('to what came with the system, by the same rule', async () => {
    await world.resumePublishing();
    await world.resumePublishing();
    const [release, ...others] = (await world.handlers.listSubmissions(asking(li))).submissions;
    expect(others).toEqual([]);
    expect(release).toMatchObject({
      state: 'published',
      document: '随系统交付',
      by: { id: 'release' },
      ended: { by: { id: 'platform', name: '平台' } },
      changes: [],
    });
    expect(release?.files).toHaveLength(Object.keys(models).length);
    expect(release?.deployed.map(({ id, version }) => [id, version])).toContainEqual([
      'stage-technical-review',
      1,
    ]);
    const changed = await submitted(10);
    await publish(changed.id);
    const back = await rollBack(release?.id ?? '', li);
    expect(back).toMatchObject({
      rollsBackTo: release?.id,
      changes: [{ sentence: '技术评审 时限 10 → 15 工作日（第二十五条第二项）' }],
    });
    await expect(publish(back.id, li)).rejects.toEqual(refused('same-person'));
    expect((await publish(back.id, wang)).state).toBe('published');
    await world.resumePublishing();
    expect((await world.handlers.listSubmissions(asking(li))).submissions).toHaveLength(3);
  });

  test('an upgrade that nobody’s change stood against is one of its own', async () => {
    await world.resumePublishing();
    world.storage.refs.published = world.storage.edit(REVIEW, withLimit(12));
    await world.resumePublishing();
    const [upgrade, first] = (await world.handlers.listSubmissions(asking(li))).submissions;
    expect(upgrade).toMatchObject({
      document: '随系统交付',
      note: '随系统升级更新的模型',
      files: [{ path: REVIEW }],
      changes: [{ sentence: '技术评审 时限 15 → 12 工作日（第二十五条第二项）' }],
      deployed: [{ id: 'stage-technical-review', version: 2 }],
    });
    expect(first?.note).toBe('系统最初的模型');
  });

  test('only to what was published', async () => {
    const { id } = await submitted();
    await expect(rollBack(id, wang)).rejects.toEqual(refused('not-published'));
  });
});

test('submissions are listed newest first', async () => {
  const first = await submitted();
  await publish(first.id);
  const second = await submitted(6);
  const { submissions } = await world.handlers.listSubmissions(asking(li));
  expect(submissions.map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'open'],
    [first.id, 'published'],
  ]);
});

/** The records with one method replaced; they come behind a proxy, so they cannot be spread. */
function withMethod(records: PublishingDeps['records'], name: string, method: () => unknown) {
  return new Proxy(records, {
    get: (target, wanted) => (wanted === name ? method : Reflect.get(target, wanted)),
  });
}
