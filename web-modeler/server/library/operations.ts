import type { PublishingRecords } from '../../../records/index.ts';
import type { Finding } from '../../api/common.ts';
import { kindOf } from '../../api/kind.ts';
import { ApiError } from '../errors.ts';
import type { Handlers, User } from '../handler.ts';
import type { LintCommit } from '../lint/lint-commit.ts';
import type { Linter } from '../lint/linter.ts';
import { standingErrors } from '../lint/overrulings.ts';
import type { Storage } from '../storage/index.ts';
import { type Catalogue, linksAmong } from './catalogue.ts';
import { checkContent } from './content.ts';
import { checkImport } from './import-check.ts';
import { readPublishedState } from './published-state.ts';

export type LibraryDeps = {
  storage: Storage;
  catalogue: Catalogue;
  linter: Linter;
  /** What lint says of a commit; what an administrator overruled has its document. */
  lint: LintCommit;
  records: PublishingRecords;
};

type Name =
  | 'listModels'
  | 'listLinks'
  | 'readModel'
  | 'saveModel'
  | 'readHistory'
  | 'restoreModel'
  | 'checkImport';

/** Reading and saving models. */
export function libraryOperations(deps: LibraryDeps): Handlers<Name> {
  const { storage, catalogue, lint, records } = deps;

  async function commitAt(at: string): Promise<string> {
    if (at === 'saved') return storage.head();
    return at === 'published' || at === 'shipped' ? storage.ref(at) : at;
  }

  async function model(commit: string, path: string) {
    const read = await storage.read(commit, path);
    if (read === undefined) throw noSuchModel();
    return { path, kind: kindOf(path), commit, ...read };
  }

  async function saved(path: string, commit: string) {
    // It is saved by now: whoever hears of an error would save it a second time.
    const all = await lint(commit).catch(() => [notLinted(path)]);
    return {
      model: await model(commit, path),
      findings: all.filter(({ file }) => file === path),
    };
  }

  async function save(
    { path, base, note }: { path: string; base: string | null; note: string },
    source: string,
    { id, name }: User,
  ) {
    return saved(path, await storage.save([{ path, source, base }], { id, name }, note));
  }

  return {
    async listModels() {
      const head = await storage.head();
      const [entries, published, shipped, state, all] = await Promise.all([
        catalogue.entries(head),
        blobs(storage, await storage.ref('published')),
        blobs(storage, await storage.ref('shipped')),
        readPublishedState(records),
        // Models nobody has checked count as faulty, but they can still be opened and mended.
        lint(head).catch(() => undefined),
      ]);
      const models = entries.map(async ({ path, kind, id, name, home, blob }) => {
        const [changed] = await storage.history(path);
        if (changed === undefined) throw new Error(`${path} has no history`);
        const own = all?.filter(({ file }) => file === path) ?? [notLinted(path)];
        return {
          ...{ path, kind, id, name, home, blob, changed },
          state: state.submitted.has(path)
            ? ('submitted' as const)
            : published.get(path) === blob
              ? ('published' as const)
              : ('draft' as const),
          deployedVersion: kind === 'notice' ? null : state.deployedVersion(kind, id),
          errors: standingErrors(own).length,
          warnings: own.filter(({ severity }) => severity === 'warning').length,
          differsFromShipped: shipped.get(path) !== blob,
        };
      });
      return { models: await Promise.all(models) };
    },

    async listLinks() {
      return { links: linksAmong(await catalogue.entries(await storage.head())) };
    },

    readModel: async ({ query }) => model(await commitAt(query.at), query.path),

    async saveModel({ body, user }) {
      await checkContent(body.path, body.source);
      return save(body, body.source, user);
    },

    async readHistory({ query }) {
      const versions = await storage.history(query.path);
      if (versions.length === 0) throw noSuchModel();
      return { versions };
    },

    async restoreModel({ body, user }) {
      const { source } = await model(await commitAt(body.at), body.path);
      return save(body, source, user);
    },

    checkImport: ({ body }) => checkImport(body, deps),
  };
}

function notLinted(file: string): Finding {
  const message = '已经保存，但模型检查没有完成，请稍后刷新页面查看检查结果。';
  return { file, rule: 'readable-file', severity: 'error', message };
}

async function blobs(storage: Storage, commit: string): Promise<Map<string, string>> {
  return new Map((await storage.files(commit)).map(({ path, blob }) => [path, blob]));
}

function noSuchModel(): ApiError {
  return new ApiError('no-such-model', 404, '没有这个文件，它可能已被删除，请从模型列表中选择。');
}
