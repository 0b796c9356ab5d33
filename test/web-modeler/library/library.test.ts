import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type Browser,
  EDITOR,
  OVER_LIMIT,
  READER,
  REVIEW,
  REVIEW_FORM,
  SECOND_EDITOR,
  START_NOTICE,
  useModeler,
} from '../server/support/modeler.ts';

const use = useModeler();
const shippedText = (path: string) => readFileSync(join('bpmn', path), 'utf8');
const at = (path: string, of = 'saved') => `/api/model?path=${encodeURIComponent(path)}&at=${of}`;
const history = (path: string) => `/api/history?path=${encodeURIComponent(path)}`;
const blobOf = async (browser: Browser, path: string): Promise<string> =>
  (await browser.get(at(path)).expect(200)).body.blob;

async function save(browser: Browser, path: string, source: string, note = '修改') {
  const base = await blobOf(browser, path);
  return browser.post('/api/model', { path, source, base, note });
}

describe('listModels', () => {
  test('every shipped model and notice is there once, with its Chinese name and its process', async () => {
    const reader = await use.signedIn(READER);
    const { body } = await reader.get('/api/models').expect(200);
    const shipped = readdirSync('bpmn', { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(bpmn|dmn|form|txt)$/.test(path),
    );
    expect(body.models.map(({ path }: { path: string }) => path)).toEqual(shipped.sort());
    const names = Object.fromEntries(
      body.models.map(({ path, name }: { path: string; name: string }) => [path, name]),
    );
    expect(names).toMatchObject({
      [REVIEW]: '技术评审',
      [REVIEW_FORM]: '技术评审',
      [OVER_LIMIT]: '限额判定',
      [START_NOTICE]: '项目启动通知',
      'project-application/application-form.form': '数字化项目申报表',
    });
    for (const { name, path } of body.models) {
      if (/\p{Script=Han}/u.test(name)) continue;
      throw new Error(`${path} has no Chinese name: ${name}`);
    }
    expect(body.models.find(({ path }: { path: string }) => path === REVIEW_FORM)).toMatchObject({
      kind: 'form',
      id: 'technical-review',
      home: { id: 'stage-technical-review', name: '技术评审' },
      changed: { by: { name: '安装包' }, note: '随程序首次提供' },
    });
  });

  test('tells drafts from what runs and what is submitted, and the engine’s version', async () => {
    const editor = await use.signedIn(EDITOR);
    await save(editor, START_NOTICE, `${shippedText(START_NOTICE)}\n`);
    await save(editor, OVER_LIMIT, shippedText(OVER_LIMIT).replace('限额判定', '限额认定'));
    await editor
      .post('/api/submissions', {
        paths: [OVER_LIMIT],
        saved: await use.storage.head(),
        published: await use.storage.ref('published'),
        document: '九数办〔2026〕12号',
        note: '改名',
      })
      .expect(200);
    await use.records.recordDeployments([
      {
        ...{ key: '1', kind: 'process', id: 'stage-technical-review', version: 3, path: REVIEW },
        ...{ commit: await use.storage.ref('published'), submissionId: null },
      },
    ]);
    const { body } = await editor.get('/api/models');
    const of = (path: string) => body.models.find((model: { path: string }) => model.path === path);
    expect(of(START_NOTICE)).toMatchObject({
      state: 'draft',
      differsFromShipped: true,
      changed: { by: { id: EDITOR, name: '张慧敏' }, note: '修改' },
      deployedVersion: null,
    });
    expect(of(REVIEW)).toMatchObject({
      state: 'published',
      differsFromShipped: false,
      deployedVersion: 3,
    });
    expect(of(OVER_LIMIT).state).toBe('submitted');
  });
});

test('listLinks: calls, forms and their parts, tables and notices, each with its elements', async () => {
  const reader = await use.signedIn(READER);
  const { body } = await reader.get('/api/links').expect(200);
  expect(body.links).toContainEqual({
    from: REVIEW,
    to: REVIEW_FORM,
    kind: 'form',
    elements: [{ id: 'Task_TechnicalReview', name: '技术评审' }],
  });
  const kinds = body.links.map(({ kind }: { kind: string }) => kind);
  expect([...new Set(kinds)].sort()).toEqual(['calls', 'decides', 'form', 'notice', 'part']);
  expect(body.links).toContainEqual({
    from: REVIEW_FORM,
    to: 'common/parts/time-limit.form',
    kind: 'part',
    elements: [{ id: 'Part_clock', name: '公共部分：办理时限' }],
  });
  const to = body.links.map((link: { to: string }) => link.to);
  expect(to).toEqual(expect.arrayContaining([REVIEW, OVER_LIMIT, START_NOTICE]));
});

describe('readModel', () => {
  test('gives the text as it was shipped, whole', async () => {
    const reader = await use.signedIn(READER);
    const { body } = await reader.get(at(REVIEW)).expect(200);
    expect(body).toMatchObject({ path: REVIEW, kind: 'process', source: shippedText(REVIEW) });
  });

  test.each([
    ['a file that is not there', at('stage-budget/none.bpmn'), 404, 'no-such-model'],
    ['a commit that is not there', at(REVIEW, 'f'.repeat(40)), 404, 'no-such-version'],
    ['no such moment', at(REVIEW, 'yesterday'), 400, 'bad-request'],
    ['a query nobody knows', `${at(REVIEW)}&more=1`, 400, 'bad-request'],
    ['a path said twice', `${at(REVIEW)}&path=${REVIEW}`, 400, 'bad-request'],
  ])('%s', async (_, path, status, code) => {
    const reader = await use.signedIn(READER);
    const response = await reader.get(path);
    expect([response.status, response.body.code]).toEqual([status, code]);
  });

  test('a blob’s or a tree’s id is no version', async () => {
    const reader = await use.signedIn(READER);
    const { body } = await reader.get(at(REVIEW, await blobOf(reader, REVIEW))).expect(404);
    expect(body.code).toBe('no-such-version');
  });
});

const ESCAPES = [
  '../../etc/passwd.txt',
  '/etc/cron.d/x.txt',
  'stage-budget/../../x.bpmn',
  'stage-budget/notices/../../../x.txt',
  '.git/hooks/x.txt',
  'stage-budget\\..\\..\\x.bpmn',
  'stage-budget/x.bpmn/y.bpmn',
  'stage-budget/%2e%2e/x.bpmn',
  'stage-budget/x.sh',
  'stage-budget/x.bpmn\0.sh',
];

describe('paths', () => {
  test.each(ESCAPES)('%s is refused for reading and writing', async (path) => {
    const editor = await use.signedIn(EDITOR);
    const head = await use.storage.head();
    const body = { path, source: 'x', base: null, note: 'x' };
    expect((await editor.get(at(path))).body.code).toBe('bad-request');
    expect((await editor.get(history(path))).body.code).toBe('bad-request');
    expect((await editor.post('/api/model', body)).body.code).toBe('bad-request');
    expect(await use.storage.head()).toBe(head);
    expect(existsSync(join(use.folder, 'x.bpmn'))).toBe(false);
  });

  test.each(ESCAPES)('the storage itself refuses %s', async (path) => {
    const author = { id: EDITOR, name: '张慧敏' };
    const change = { path, source: 'x', base: null };
    await expect(use.storage.save([change], author, 'x')).rejects.toMatchObject({
      trouble: { kind: 'not-a-path', path },
    });
    const beside = use.storage.commitBeside(
      await use.storage.head(),
      [{ path, blob: null }],
      author,
      'x',
    );
    await expect(beside).rejects.toMatchObject({ trouble: { kind: 'not-a-path', path } });
  });
});

describe('saveModel', () => {
  test('is a version with author and note; the one before stays', async () => {
    const editor = await use.signedIn(EDITOR);
    const before = await editor.get(at(REVIEW));
    const source = before.body.source.replace('技术评审', '技术评审甲');
    const { body } = await save(editor, REVIEW, source, ' 试改 ').then((r) => r);
    expect(body.model).toMatchObject({ path: REVIEW, source });
    expect(body.model.commit).toBe(await use.storage.head());

    const { versions } = (await editor.get(history(REVIEW)).expect(200)).body;
    expect(versions[0]).toMatchObject({
      commit: body.model.commit,
      blob: body.model.blob,
      by: { id: EDITOR, name: '张慧敏' },
      note: '试改',
    });
    expect(Math.abs(Date.parse(versions[0].at) - Date.now())).toBeLessThan(60_000);
    const old = await editor.get(at(REVIEW, versions[1].commit)).expect(200);
    expect(old.body.source).toBe(before.body.source);
  });

  test('the second of two who began from the same text gets a conflict with what is there', async () => {
    const [one, two] = [await use.signedIn(EDITOR), await use.signedIn(SECOND_EDITOR)];
    const base = await blobOf(one, START_NOTICE);
    const texts = ['甲', '乙'].map((name) => `主题: ${name}\n\n正文`);
    const first = { path: START_NOTICE, source: texts[0], base, note: '甲改' };
    await one.post('/api/model', first).expect(200);
    const { body } = await two
      .post('/api/model', { path: START_NOTICE, source: texts[1], base, note: '乙改' })
      .expect(409);
    expect(body).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('张慧敏已先保存'),
      details: {
        theirs: { path: START_NOTICE, kind: 'notice', source: texts[0] },
        changed: { by: { id: EDITOR }, note: '甲改' },
      },
    });
    expect((await one.get(at(START_NOTICE))).body.source).toBe(texts[0]);
    // From what is there now, it can be saved.
    const again = { path: START_NOTICE, source: texts[1], note: '乙改' };
    await two.post('/api/model', { ...again, base: body.details.theirs.blob }).expect(200);
  });

  test('of many at once who began from the same text, exactly one is saved', async () => {
    const editor = await use.signedIn(EDITOR);
    const base = await blobOf(editor, START_NOTICE);
    const versions = (await use.storage.history(START_NOTICE)).length;
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) =>
        editor.post('/api/model', {
          ...{ path: START_NOTICE, source: `主题: ${n}`, base, note: '同时' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await use.storage.history(START_NOTICE)).toHaveLength(versions + 1);
  });

  test('saving two files at once loses neither', async () => {
    const editor = await use.signedIn(EDITOR);
    const paths = [START_NOTICE, 'project-application/notices/withdrawn.txt'];
    const bases = await Promise.all(paths.map((path) => blobOf(editor, path)));
    await Promise.all(
      paths.map((path, i) =>
        editor
          .post('/api/model', { path, source: `主题: 并行 ${i}`, base: bases[i], note: '并行' })
          .expect(200),
      ),
    );
    const texts = await Promise.all(paths.map(async (path) => (await editor.get(at(path))).body));
    expect(texts.map(({ source }) => source)).toEqual(['主题: 并行 0', '主题: 并行 1']);
  });

  test('the same text again makes no version', async () => {
    const editor = await use.signedIn(EDITOR);
    const head = await use.storage.head();
    const { source } = (await editor.get(at(REVIEW))).body;
    const { body } = await save(editor, REVIEW, source);
    expect(body.model.commit).toBe(head);
    expect(await use.storage.head()).toBe(head);
  });

  test('a new file in a new process folder; not over one that is there', async () => {
    const editor = await use.signedIn(EDITOR);
    const path = 'stage-new/stage-new.bpmn';
    const source = shippedText(REVIEW).replaceAll('stage-technical-review', 'stage-new');
    const body = { path, source, base: null, note: '新建' };
    await editor.post('/api/model', body).expect(200);
    const again = await editor.post('/api/model', { ...body, source: `${source}\n` }).expect(409);
    expect(again.body.details.theirs.path).toBe(path);
    const { models } = (await editor.get('/api/models')).body;
    expect(models.find((model: { path: string }) => model.path === path)).toMatchObject({
      state: 'draft',
      id: 'stage-new',
    });
  });

  test('from a text of a file that is not there any more', async () => {
    const editor = await use.signedIn(EDITOR);
    const base = await blobOf(editor, REVIEW);
    const body = { path: 'stage-budget/gone.bpmn', source: shippedText(REVIEW), base, note: 'x' };
    expect((await editor.post('/api/model', body).expect(404)).body.code).toBe('no-such-model');
  });

  const xml = (head: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n<x/>`;
  test.each([
    [REVIEW, xml('<!DOCTYPE x SYSTEM "file:///etc/passwd">')],
    [REVIEW, xml('<!doctype x [<!ENTITY a "b">]>')],
    [OVER_LIMIT, xml('<! ENTITY % a SYSTEM "http://evil.example/">')],
    [OVER_LIMIT, shippedText(OVER_LIMIT).replace('<decision ', '<!DOCTYPE a><decision ')],
    [REVIEW, shippedText(REVIEW).replace('UTF-8', 'UTF-7')],
    [REVIEW, shippedText(REVIEW).replace('encoding="UTF-8"', "encoding = 'utf-16'")],
  ])('%s with what reaches outside is refused (%#)', async (path, source) => {
    const editor = await use.signedIn(EDITOR);
    const head = await use.storage.head();
    const { body } = await await save(editor, path, source);
    expect(body.code).toBe('refused-content');
    const check = { fileName: path.split('/')[1], source };
    expect((await editor.post('/api/import-check', check).expect(422)).body.code).toBe(
      'refused-content',
    );
    expect(await use.storage.head()).toBe(head);
  });

  test.each([
    [
      REVIEW,
      shippedText(REVIEW).replace(
        '<bpmn:startEvent',
        '<bpmn:documentation>https://evil.example</bpmn:documentation><bpmn:startEvent',
      ),
      'https://evil.example',
    ],
    [OVER_LIMIT, shippedText(OVER_LIMIT).replace('限额判定', '限额判定 //evil.example'), '//evil'],
    [
      REVIEW_FORM,
      shippedText(REVIEW_FORM).replace(
        '"components": [',
        '"components": [{ "type": "iframe", "id": "Frame", "url": "=address" },',
      ),
      '内嵌页面',
    ],
    [START_NOTICE, `${shippedText(START_NOTICE)}\n详见 http://evil.example/{{projectId}}`, 'http:'],
  ])('%s that leads out of the system is not even saved', async (path, source, told) => {
    const editor = await use.signedIn(EDITOR);
    const head = await use.storage.head();
    const { body } = await await save(editor, path, source);
    expect(body).toMatchObject({ code: 'refused-content', message: expect.stringContaining(told) });
    expect(await use.storage.head()).toBe(head);
  });

  test.each([
    [REVIEW, ''],
    [REVIEW, '<a>'],
    [REVIEW, '{"id": 1}'],
    [REVIEW, shippedText(OVER_LIMIT)],
    [OVER_LIMIT, shippedText(REVIEW)],
    [OVER_LIMIT, shippedText(OVER_LIMIT).slice(0, 900)],
    [REVIEW_FORM, 'no json'],
    [REVIEW_FORM, '[]'],
    [REVIEW_FORM, '{"id": "technical-review"}'],
    [REVIEW_FORM, `{"id": "x", "components": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    [START_NOTICE, '主题: {{#a}}'],
    [START_NOTICE, '主题: \0'],
  ])('%s that cannot be read is refused (%#)', async (path, source) => {
    const editor = await use.signedIn(EDITOR);
    const head = await use.storage.head();
    const response = await save(editor, path, source);
    expect([response.status, response.body.code]).toEqual([422, 'unreadable-content']);
    expect(await use.storage.head()).toBe(head);
  });

  test('what is saved is answered as saved, also when lint fails', async () => {
    const editor = await use.signedIn(EDITOR);
    const path = 'project-application/notices/funds-withheld.txt';
    use.brokenLint.now = true;
    const response = await save(editor, path, '主题: 检查坏了');
    const list = await editor.get('/api/models').expect(200);
    use.brokenLint.now = false;
    expect(list.body.models.map(({ errors }: { errors: number }) => errors)).not.toContain(0);
    expect(response.status).toBe(200);
    expect(response.body.findings).toEqual([
      expect.objectContaining({ file: path, message: expect.stringContaining('已经保存') }),
    ]);
    expect((await editor.get(at(path))).body.source).toBe('主题: 检查坏了');
    await editor.get('/api/models').expect(200);
  });

  test('a note is needed', async () => {
    const editor = await use.signedIn(EDITOR);
    const response = await save(editor, REVIEW, shippedText(REVIEW), '  ');
    expect([response.status, response.body.message]).toEqual([400, '请填写修改说明']);
  });

  test('two million characters are taken, more are not', async () => {
    const editor = await use.signedIn(EDITOR);
    const most = `主题: 长\n${'文'.repeat(2_000_000 - 6)}`;
    expect((await save(editor, START_NOTICE, most)).status).toBe(200);
    const more = await save(editor, START_NOTICE, `${most}文`);
    expect([more.status, more.body.message]).toEqual([400, '文件不得超过 200 万字符']);
    const huge = await save(editor, START_NOTICE, 'x'.repeat(9_000_000));
    expect([huge.status, huge.body.code]).toEqual([413, 'too-large']);
  });
});

describe('restoreModel', () => {
  test('an earlier text is saved as a new version; nothing is taken away', async () => {
    const editor = await use.signedIn(EDITOR);
    const path = 'common/notices/reminder-amber.txt';
    await save(editor, path, '主题: 一');
    await save(editor, path, '主题: 二');
    const before = (await editor.get(history(path))).body.versions;
    const body = { path, at: before[1].commit, base: before[0].blob, note: '改回' };
    const restored = await editor.post('/api/history/restore', body).expect(200);
    expect(restored.body.model.source).toBe('主题: 一');
    const after = (await editor.get(history(path))).body.versions;
    expect(after.slice(1)).toEqual(before);
    expect(after[0]).toMatchObject({ note: '改回', blob: before[1].blob });

    const late = { ...body, at: 'shipped' };
    expect((await editor.post('/api/history/restore', late).expect(409)).body.code).toBe(
      'conflict',
    );
    const shipped = { ...late, base: after[0].blob };
    const taken = await editor.post('/api/history/restore', shipped).expect(200);
    expect(taken.body.model.source).toBe(shippedText(path));
  });

  test.each([
    ['a version that is not there', { at: 'f'.repeat(40) }, 'no-such-version'],
    ['a file the version does not have', { path: 'stage-budget/none.form' }, 'no-such-model'],
  ])('%s', async (_, change, code) => {
    const editor = await use.signedIn(EDITOR);
    const base = await blobOf(editor, REVIEW);
    const body = { path: REVIEW, at: 'published', base, note: 'x', ...change };
    expect((await editor.post('/api/history/restore', body).expect(404)).body.code).toBe(code);
  });
});

describe('checkImport', () => {
  const check = async (fileName: string, source: string) => {
    const editor = await use.signedIn(EDITOR);
    const head = await use.storage.head();
    const { body } = await editor.post('/api/import-check', { fileName, source }).expect(200);
    expect(await use.storage.head()).toBe(head);
    return body;
  };

  test('a file goes where the model of its id is, whatever its name', async () => {
    expect(await check('下载 (1).bpmn', shippedText(REVIEW))).toMatchObject({
      path: REVIEW,
      exists: true,
    });
    expect(await check('x.dmn', shippedText(OVER_LIMIT))).toMatchObject({ path: OVER_LIMIT });
    expect(await check('x.form', shippedText(REVIEW_FORM))).toMatchObject({ path: REVIEW_FORM });
  });

  test('a new process gets a folder of its own', async () => {
    const source = shippedText(REVIEW).replaceAll('stage-technical-review', 'stage-other');
    expect(await check('a.bpmn', source)).toMatchObject({
      path: 'stage-other/stage-other.bpmn',
      exists: false,
    });
  });

  test('a form nobody uses has no place, nor has an id no path can hold', async () => {
    const form = shippedText(REVIEW_FORM).replace('"technical-review"', '"lonely"');
    expect(await check('x.form', form)).toMatchObject({ path: null, exists: false });
    const process = shippedText(REVIEW).replaceAll('stage-technical-review', 'Stage_X');
    expect((await check('x.bpmn', process)).path).toBeNull();
  });

  test('a file that is no model is told so', async () => {
    const { path, findings } = await check('合同.docx', 'PK');
    expect(path).toBeNull();
    expect(findings[0].message).toContain('只能导入');
  });
});
