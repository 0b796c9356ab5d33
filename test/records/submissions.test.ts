import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Deployment, NewSubmission } from '../../records/index.ts';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

const at = new Date('2026-03-02T01:00:00Z');
const li = { id: 'li', name: '李发布' };

function aSubmission(some: Partial<NewSubmission> = {}): NewSubmission {
  return {
    id: randomUUID(),
    commit: 'a'.repeat(40),
    files: [{ path: 'a/a.bpmn', before: null, after: 'b'.repeat(40) }],
    authors: [{ id: 'zhang', name: '张编辑' }],
    changes: [],
    document: '九数办〔2026〕12号',
    note: '调整时限\0',
    by: { id: 'wang', name: '王编辑' },
    at,
    rollsBackTo: null,
    ...some,
  };
}

function aDeployment(some: Partial<Deployment> = {}): Deployment {
  return {
    key: '1',
    kind: 'process',
    id: 'a',
    version: 1,
    path: 'a/a.bpmn',
    commit: 'a'.repeat(40),
    submissionId: null,
    ...some,
  };
}

beforeEach(() => use.sql.query('truncate deployments, submissions'));

describe('a submission', () => {
  test('is read back as it was kept', async () => {
    const submission = aSubmission();
    expect(await use.records.submitModels(submission)).toBe(true);
    expect(await use.records.submission(submission.id)).toEqual({
      ...submission,
      note: '调整时限',
      state: 'open',
      endedBy: null,
      endedAt: null,
      reason: null,
    });
  });

  test('kept twice is kept once; another with one of its files is not', async () => {
    const submission = aSubmission();
    expect(await use.records.submitModels(submission)).toBe(true);
    expect(await use.records.submitModels(submission)).toBe(true);
    expect(await use.records.submitModels(aSubmission())).toBe(false);
    expect(await use.records.submissions()).toHaveLength(1);
  });

  test('is ended once; the same call again, after its answer was lost, is fine', async () => {
    const { id, commit } = aSubmission();
    await use.records.submitModels(aSubmission({ id }));
    const begin = (by: typeof li) => use.records.beginPublishing(id, commit, by, at);
    expect(await begin(li)).toBe(true);
    expect(await begin(li)).toBe(true);
    expect(await begin({ id: 'zhao', name: '赵发布' })).toBe(false);
    expect(await use.records.endSubmission(id, 'refused', li, at, 'x')).toBe(false);
    await use.records.endPublishing(id, at);
    await use.records.reopenSubmission(id);
    expect(await use.records.submission(id)).toMatchObject({ state: 'published', endedBy: li });
  });

  test('is published alone', async () => {
    const [one, other] = [aSubmission(), aSubmission({ files: [] })];
    await use.records.submitModels(one);
    await use.records.submitModels(other);
    const begun = await Promise.all(
      [one, other].map(({ id, commit }) => use.records.beginPublishing(id, commit, li, at)),
    );
    expect(begun.sort()).toEqual([false, true]);
  });
});

describe('deployments', () => {
  test('the newest version of each is told, the first word about a version stands', async () => {
    await use.records.recordDeployments([aDeployment(), aDeployment({ version: 2, key: '2' })]);
    await use.records.recordDeployments([
      aDeployment({ version: 2, key: '2', commit: 'c'.repeat(40) }),
      aDeployment({ kind: 'form', key: '3' }),
    ]);
    expect(await use.records.newestDeployments()).toEqual([
      aDeployment({ kind: 'form', key: '3' }),
      aDeployment({ version: 2, key: '2' }),
    ]);
    expect(await use.records.processVersions('a')).toHaveLength(2);
    expect(await use.records.processVersions('b')).toEqual([]);
  });

  test('another engine’s word about a version replaces the old one’s', async () => {
    await use.records.recordDeployments([aDeployment()]);
    await use.records.recordDeployments([aDeployment({ key: '9', path: 'b/a.bpmn' })]);
    expect(await use.records.processVersions('a')).toEqual([
      aDeployment({ key: '9', path: 'b/a.bpmn' }),
    ]);
  });

  test('of a submission only its own files are told', async () => {
    const submission = aSubmission();
    await use.records.submitModels(submission);
    await use.records.recordDeployments([
      aDeployment({ submissionId: submission.id }),
      aDeployment({ id: 'b', key: '2', path: 'b/b.bpmn', submissionId: submission.id }),
    ]);
    expect(await use.records.submittedDeployments()).toEqual(
      new Map([[submission.id, [aDeployment({ submissionId: submission.id })]]]),
    );
  });
});
