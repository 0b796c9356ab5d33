import { COMMON, noticeHomes } from '../../../models/common.ts';
import { partName } from '../../../models/parts.ts';
import type { Kind } from '../../api/common.ts';
import { kindOf } from '../../api/kind.ts';
import type { Storage } from '../../server/storage/index.ts';
import { type Described, describe, fileName } from './describe.ts';

/** One file of a commit as the library shows it. */
export type Entry = {
  path: string;
  kind: Kind;
  blob: string;
  id: string;
  name: string;
  home: { id: string; name: string };
  described: Described;
};

/** The name of the folder that belongs to no process. */
const SHARED: Record<string, string> = { [COMMON]: '公共部分' };

/** Where one model leads to another. */
export type Link = {
  from: string;
  to: string;
  kind: Described['references'][number]['kind'];
  elements: { id: string; name: string }[];
};

/** Reads the files of commits; each text is read once. */
export type Catalogue = { entries(commit: string): Promise<Entry[]> };

export function createCatalogue(storage: Storage): Catalogue {
  const byBlob = new Map<string, Promise<Described>>();

  function described(commit: string, path: string, blob: string): Promise<Described> {
    const key = `${path} ${blob}`;
    const known = byBlob.get(key);
    if (known !== undefined) return known;
    const read = storage.read(commit, path).then((file) => describe(path, file?.source ?? ''));
    byBlob.set(key, read);
    read.catch(() => byBlob.delete(key));
    return read;
  }

  return {
    async entries(commit) {
      const files = await storage.files(commit);
      const all = await Promise.all(
        files.map(async ({ path, blob }) => ({
          path,
          blob,
          kind: kindOf(path),
          described: await described(commit, path, blob),
        })),
      );
      const processes = all.filter(({ kind }) => kind === 'process');
      const nameOf = (process: string) =>
        processes.find((one) => one.described.ids.includes(process))?.described.name;
      const steps = processes.flatMap((process) => process.described.references);
      return all
        .map(({ path, blob, kind, described }) => {
          const [folder = ''] = path.split('/');
          const id = described.ids[0] ?? fileName(path);
          // A step's form is known by the step; what starts a process is called otherwise than its form.
          const step = steps.find(
            (one) => one.kind === 'form' && one.to === id && /^Task_/.test(one.element.id),
          );
          const own = kind === 'form' ? step?.element.name || described.name : described.name;
          const home = { id: folder, name: nameOf(folder) || SHARED[folder] || folder };
          return { path, kind, blob, id, name: own || id, home, described };
        })
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

/** Every way from one of these models to another, once each with the elements that lead there. */
export function linksAmong(entries: Entry[]): Link[] {
  const links = new Map<string, Link>();
  for (const { path: from, described } of entries) {
    for (const { kind, to: id, element } of described.references) {
      const to = target(entries, from, kind, id);
      if (to === undefined) continue;
      const key = `${from} ${kind} ${to}`;
      const link = links.get(key) ?? { from, to, kind, elements: [] };
      link.elements.push(element);
      links.set(key, link);
    }
  }
  return [...links.values()];
}

const KINDS: Record<Link['kind'], Kind> = {
  calls: 'process',
  form: 'form',
  decides: 'decision',
  notice: 'notice',
  part: 'form',
};

function target(
  entries: Entry[],
  from: string,
  kind: Link['kind'],
  id: string,
): string | undefined {
  const named = entries.filter(
    (entry) =>
      entry.kind === KINDS[kind] &&
      entry.described.ids.includes(id) &&
      (kind === 'part') === (partName(entry.path) !== undefined),
  );
  if (kind !== 'notice') return named[0]?.path;
  const homes = noticeHomes(from.split('/')[0] ?? '');
  return homes.flatMap((home) => named.find((entry) => entry.home.id === home)?.path ?? [])[0];
}
