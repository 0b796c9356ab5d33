import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DeployedResource } from '../../../engine/deployment/deploy-resources.ts';
import type { PublishingEngine } from '../../../engine/deployment/publishing-engine.ts';
import type { Model } from '../../../models/resources.ts';
import type { Records } from '../../../records/index.ts';
import type { Person } from '../../../site/api/common.ts';
import type { Finding } from '../../../web-modeler/api/common.ts';
import type { Version } from '../../../web-modeler/api/model.ts';
import type { User } from '../../../web-modeler/api/rights.ts';
import type { PublishingDeps } from '../../../web-modeler/publishing/server/deps.ts';
import { publishingHandlers } from '../../../web-modeler/publishing/server/index.ts';

type Tree = Map<string, string>;

export const wang: User = { id: 'wang', name: '王编辑', role: 'publisher' };
export const li: User = { id: 'li', name: '李发布', role: 'publisher' };
export const sun: User = { id: 'sun', name: '孙发布', role: 'publisher' };
export const document = '九数办〔2026〕12号';

const release = { id: 'release', name: '安装包' };
const hash = (text: string) => createHash('sha1').update(text).digest('hex');

/** The storage's contract in memory: enough to see what publishing does with it. */
export function memoryStorage(files: Record<string, string>) {
  const blobs = new Map<string, string>();
  const commits = new Map<string, Tree>();
  const put = (source: string) => {
    blobs.set(hash(source), source);
    return hash(source);
  };
  const commit = (tree: Tree) => {
    const oid = hash(`${JSON.stringify([...tree].sort())}${randomUUID()}`);
    commits.set(oid, tree);
    return oid;
  };
  const treeOf = (oid: string) => {
    const tree = commits.get(oid);
    if (!tree) throw new Error(`no commit ${oid}`);
    return tree;
  };
  const first = commit(new Map(Object.entries(files).map(([path, text]) => [path, put(text)])));
  const refs = { head: first, published: first, shipped: first };
  const versions = new Map<string, Version[]>();
  const keep = (path: string, blob: string, by: Person, oid: string) => {
    const version = { commit: oid, blob, by, at: '2026-03-02T00:00:00.000Z', note: '修改' };
    versions.set(path, [version, ...(versions.get(path) ?? [])]);
  };
  for (const [path, blob] of treeOf(first)) keep(path, blob, release, first);
  return {
    refs,
    /** Saves a text (null removes the file) and answers the commit. */
    edit(path: string, source: string | null, by: Person = wang): string {
      const tree = new Map(treeOf(refs.head));
      if (source === null) tree.delete(path);
      else tree.set(path, put(source));
      refs.head = commit(tree);
      const blob = tree.get(path);
      if (blob !== undefined) keep(path, blob, by, refs.head);
      return refs.head;
    },
    /** What somebody sees who looks now. */
    seen: () => ({ saved: refs.head, published: refs.published }),
    history: async (path: string) => versions.get(path) ?? [],
    head: async () => refs.head,
    ref: async (name: 'published' | 'shipped') => refs[name],
    files: async (oid: string) => [...treeOf(oid)].map(([path, blob]) => ({ path, blob })),
    read: async (oid: string, path: string) => {
      const blob = treeOf(oid).get(path);
      return blob === undefined ? undefined : { blob, source: blobs.get(blob) ?? '' };
    },
    commitBeside: async (parent: string, changes: { path: string; blob: string | null }[]) => {
      const tree = new Map(treeOf(parent));
      for (const { path, blob } of changes) {
        if (blob === null) tree.delete(path);
        else tree.set(path, blob);
      }
      return commit(tree);
    },
    publish: async (oid: string) => {
      treeOf(oid);
      refs.published = oid;
    },
  };
}

/** The outside of an engine: versions go up with every set it has not just seen. */
export function fakeEngine() {
  let last = '';
  let version = 0;
  const engine = {
    deployments: [] as Model[][],
    /** Errors the next deployments end with, one each; `after` ones are thrown when it was done. */
    failures: [] as { error: unknown; after?: boolean }[],
    tasks: [] as Awaited<ReturnType<PublishingEngine['runningTasks']>>,
    elements: [] as Awaited<ReturnType<PublishingEngine['activeElements']>>,
    migrated: [] as unknown[],
    migrationFailures: new Map<string, unknown>(),
    async deploy(models: Model[]): Promise<DeployedResource[]> {
      const failure = engine.failures.shift();
      if (failure && !failure.after) throw failure.error;
      const set = JSON.stringify(models.map(({ name, content }) => [name, hash(String(content))]));
      if (set !== last) version += 1;
      last = set;
      engine.deployments.push(models);
      if (failure) throw failure.error;
      return models.map(({ kind, name, content }) => {
        const id = /<(?:\w+:)?(?:process|decision) id="([^"]+)"/.exec(String(content))?.[1];
        return { kind, name, id: id ?? name, version, key: `${version}0${name}` };
      });
    },
    runningTasks: async (processId: string) =>
      engine.tasks.filter((task) => task.processDefinitionId === processId),
    activeElements: async (key: string) =>
      engine.elements.filter((element) => element.processDefinitionKey === key),
    async migrate(instance: string, target: string, mapping: unknown) {
      const failure = engine.migrationFailures.get(instance);
      if (failure) throw failure;
      engine.migrated.push({ instance, target, mapping });
    },
  };
  return engine;
}

export type World = ReturnType<typeof makeWorld>;

/** Publishing over in-memory models, a fake engine's outside and real records. */
export function makeWorld(records: Records, files: Record<string, string>) {
  const storage = memoryStorage(files);
  const engine = fakeEngine();
  const findings: Finding[] = [];
  /** Whether Tasklist shows the forms it is asked about, and which those were. */
  const forms = { shown: true, asked: [] as string[][] };
  /** What the organisation lets forms offer. */
  const organisation: { choices: Record<string, string[]> } = { choices: {} };
  let calls = 0;
  const deps: PublishingDeps = {
    storage,
    records,
    engine,
    choices: () => organisation.choices,
    lint: async () => findings,
    formsShown: async (keys) => {
      forms.asked.push(keys);
      return forms.shown;
    },
    now: () => new Date(Date.UTC(2026, 2, 2, 1, calls++)),
    operateUrl: 'http://127.0.0.1:8080/operate/',
  };
  const { handlers, resumePublishing } = publishingHandlers(deps, { tries: 2, everyMs: 0 });
  return { storage, engine, findings, forms, organisation, deps, handlers, resumePublishing };
}

export const REVIEW = 'stage-technical-review/stage-technical-review.bpmn';
export const BUDGET = 'stage-budget/stage-budget.bpmn';
export const FORM = 'stage-technical-review/technical-review.form';
export const NOTICE = 'project-application/notices/start-notice.txt';

/** Some of the real models. */
export const models = Object.fromEntries(
  [REVIEW, BUDGET, FORM, NOTICE].map((path) => [path, readFileSync(`bpmn/${path}`, 'utf8')]),
);

/** The technical review with another limit. */
export const withLimit = (days: number) =>
  (models[REVIEW] ?? '').replace('source="=15" target', `source="=${days}" target`);

/** A request as the app gives it to a handler. */
export function asking<Params, Body, Query>(
  user: User,
  { params, body, query }: { params?: Params; body?: Body; query?: Query } = {},
) {
  return {
    user,
    params: (params ?? {}) as Params,
    body: (body ?? {}) as Body,
    query: (query ?? {}) as Query,
  };
}
