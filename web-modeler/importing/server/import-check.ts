import { type Finding, modelPath } from '../../api/common.ts';
import { kindOf } from '../../api/kind.ts';
import type { Catalogue, Entry } from '../../library/server/catalogue.ts';
import { type Described, describe } from '../../library/server/describe.ts';
import { readAll } from '../../linting/server/lint-commit.ts';
import type { Linter } from '../../linting/server/linter.ts';
import { checkHarmless } from '../../model/server/content.ts';
import type { Storage } from '../../server/storage/index.ts';

const ENDINGS = /\.(bpmn|dmn|form)$/;

export type ImportDeps = { storage: Storage; catalogue: Catalogue; linter: Linter };
export type ImportCheck = { path: string | null; exists: boolean; findings: Finding[] };

/**
 * Where a file would be saved, and what lint says of it among the saved models.
 * @throws ApiError `refused-content`
 */
export async function checkImport(
  { fileName, source }: { fileName: string; source: string },
  { storage, catalogue, linter }: ImportDeps,
): Promise<ImportCheck> {
  if (!ENDINGS.test(fileName)) {
    const message = '只能导入 .bpmn、.dmn、.form 文件，请换一个文件。';
    const finding = { file: fileName, rule: 'readable-file', severity: 'error' as const, message };
    return { path: null, exists: false, findings: [finding] };
  }
  checkHarmless(fileName, source);
  const head = await storage.head();
  const entries = await catalogue.entries(head);
  const described = await describe(fileName, source);
  const path = placeOf(fileName, described, entries);
  const file = path ?? fileName;
  const others = (await readAll(storage, head)).filter((other) => other.path !== file);
  const findings = await linter.lintAll([...others, { path: file, source }]);
  return {
    path,
    exists: entries.some((entry) => entry.path === path),
    findings: findings.filter((finding) => finding.file === file),
  };
}

/** Where the model of this id is, or would be: a process has its own folder, a table or form that of its user. */
function placeOf(fileName: string, { ids }: Described, entries: Entry[]): string | null {
  const kind = kindOf(fileName);
  const [id] = ids;
  if (id === undefined) return null;
  const there = entries.find(
    (entry) => entry.kind === kind && entry.described.ids.some((one) => ids.includes(one)),
  );
  if (there !== undefined) return there.path;
  const ending = fileName.slice(fileName.lastIndexOf('.'));
  const home = kind === 'process' ? id : homeOfUser(id, kind, entries);
  const path = modelPath.safeParse(`${home}/${id}${ending}`);
  return home !== undefined && path.success ? path.data : null;
}

function homeOfUser(id: string, kind: Entry['kind'], entries: Entry[]): string | undefined {
  const wanted = kind === 'form' ? 'form' : 'decides';
  return entries.find(({ described }) =>
    described.references.some((reference) => reference.kind === wanted && reference.to === id),
  )?.home.id;
}
