import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { EDITOR, READER, REVIEW, useModeler } from '../server/support/modeler.ts';

const use = useModeler({ realLint: true });
const text = readFileSync(`bpmn/${REVIEW}`, 'utf8');
const at = `/api/model?path=${encodeURIComponent(REVIEW)}`;
const ten = text.replace(
  '<zeebe:input source="=15" target="limitDays" />',
  '<zeebe:input source="=10" target="limitDays" />',
);

test('the change under test is one', () => {
  expect(ten).not.toBe(text);
});

test('a changed limit is an error until a document allows it, and again when that is taken back', async () => {
  const editor = await use.signedIn(EDITOR);
  const errors = async (): Promise<number> => {
    const { body } = await editor.get('/api/models').expect(200);
    return body.models.find(({ path }: { path: string }) => path === REVIEW).errors;
  };
  expect(await errors()).toBe(0);

  const { blob } = (await editor.get(at)).body;
  const saved = await editor
    .post('/api/model', { path: REVIEW, source: ten, base: blob, note: '十天' })
    .expect(200);
  const found = saved.body.findings.filter((f: { severity: string }) => f.severity === 'error');
  expect(found).toEqual([
    {
      file: REVIEW,
      rule: 'regulation-table',
      severity: 'error',
      legal: true,
      id: 'Task_TechnicalReview',
      message: expect.stringContaining('10'),
    },
  ]);
  expect(await errors()).toBe(1);

  const [{ rule, id: elementId, message }] = found;
  const document = '九数办〔2026〕12号';
  const overruled = await editor
    .post('/api/overrulings', { path: REVIEW, rule, elementId, message, document })
    .expect(200);
  expect(overruled.body).toMatchObject({ document, by: { id: EDITOR, name: '张慧敏' } });
  expect(await errors()).toBe(0);
  const surroundings = await editor.get('/api/lint-surroundings').expect(200);
  expect(surroundings.body.overrulings).toEqual([overruled.body]);

  // Other days are another finding.
  const eleven = ten.replace('source="=10" target="limitDays"', 'source="=11" target="limitDays"');
  const base = saved.body.model.blob;
  const other = await editor
    .post('/api/model', { path: REVIEW, source: eleven, base, note: '十一天' })
    .expect(200);
  expect(other.body.findings[0].document).toBeUndefined();
  expect(await errors()).toBe(1);

  const again = { path: REVIEW, source: ten, base: other.body.model.blob, note: '十天' };
  const back = await editor.post('/api/model', again).expect(200);
  expect(back.body.findings[0].document).toBe(document);
  const revoked = `/api/overrulings/${overruled.body.id}`;
  await editor.delete(revoked).expect(200, {});
  expect(await errors()).toBe(1);
  expect((await editor.delete(revoked).expect(404)).body.code).toBe('no-such-overruling');
  const kept = await use.sql.query('select document, revoked_by from overrulings');
  expect(kept.rows).toEqual([{ document, revoked_by: EDITOR }]);
});

describe('overrule', () => {
  const body = {
    path: REVIEW,
    elementId: null,
    message: '有问题',
    document: '九数办〔2026〕12号',
  };

  test.each([
    'regulation-table',
    'regulation-thresholds',
    'article-named',
    'no-timer-approval',
    'statutory-task',
    'statutory-extension',
  ])('%s guards the law: a document may overrule it', async (rule) => {
    const editor = await use.signedIn(EDITOR);
    await editor.post('/api/overrulings', { ...body, rule }).expect(200);
  });

  test.each([
    'void-loop',
    'references-exist',
    'feel-stays-inside',
    'readable-file',
    'no-disconnected',
  ])('%s says that a model would not work: no document helps', async (rule) => {
    const editor = await use.signedIn(EDITOR);
    const response = await editor.post('/api/overrulings', { ...body, rule }).expect(422);
    expect(response.body.code).toBe('not-a-legal-finding');
  });

  test.each(['', '12', '九数办2026第12号', '<b>〔2026〕1号'])(
    '“%s” is no document',
    async (document) => {
      const editor = await use.signedIn(EDITOR);
      const rule = 'regulation-table';
      const response = await editor
        .post('/api/overrulings', { ...body, rule, document })
        .expect(400);
      expect(response.body.message).toBe('文号应写成“九数办〔2026〕12号”的形式');
    },
  );
});

test('an import is linted where it would be, beside the saved models', async () => {
  const editor = await use.signedIn(EDITOR);
  const broken = text.replace('formId="technical-review"', 'formId="no-such-form"');
  expect(broken).not.toBe(text);
  const { body } = await editor
    .post('/api/import-check', { fileName: 'a.bpmn', source: broken })
    .expect(200);
  expect(body).toMatchObject({ path: REVIEW, exists: true });
  expect(body.findings).toEqual(
    expect.arrayContaining([expect.objectContaining({ file: REVIEW, rule: 'references-exist' })]),
  );
  const unreadable = await editor
    .post('/api/import-check', { fileName: 'a.bpmn', source: '<a' })
    .expect(200);
  expect(unreadable.body).toMatchObject({ path: null, exists: false });
  expect(unreadable.body.findings[0].rule).toBe('readable-file');
});

test('the browser gets what its lint needs', async () => {
  const reader = await use.signedIn(READER);
  const { body } = await reader.get('/api/lint-surroundings').expect(200);
  expect(body.jobTypes).toEqual(expect.arrayContaining(['open-task', 'notify', 'withdraw']));
  expect(body.notices).toContain('project-application/start-notice');
  expect(body.regulation.tasks['stage-technical-review'].Task_TechnicalReview.days).toBe(15);
  const paths = body.files.map(({ path }: { path: string }) => path);
  expect(paths).toContain(REVIEW);
  expect(paths.filter((path: string) => path.endsWith('.txt'))).toEqual([]);
});
