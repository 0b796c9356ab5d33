import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Regulation, readRegulation } from '../../../law/regulation.ts';
import { jobTypes } from '../../../models/folder.ts';
import type { ModelFile, Surroundings } from '../../../models/model-index.ts';
import { readByNotice } from '../../../models/notices.ts';

const REGULATION = new URL('../../../law/regulation.yaml', import.meta.url);
const WORKERS = fileURLToPath(new URL('../../../workers', import.meta.url));
const NOTICE = /^([^/]+)\/notices\/([^/]+)\.txt$/;

/** What lint compares models with that is part of this release, not of the models. */
export type Fixed = { jobTypes: string[]; regulation: Regulation };

export async function readFixed(): Promise<Fixed> {
  return {
    jobTypes: await jobTypes(WORKERS),
    regulation: readRegulation(await readFile(REGULATION, 'utf8')),
  };
}

/** The files lint reads, and what of the others the diagrams name. */
export function lintInput(
  files: ModelFile[],
  { jobTypes }: Fixed,
): { files: ModelFile[]; surroundings: Surroundings } {
  const notices = files.flatMap(({ path, source }) => {
    const [, home, name] = NOTICE.exec(path) ?? [];
    return home === undefined ? [] : [[`${home}/${name}`, readByNotice(source)] as const];
  });
  const models = files.filter(({ path }) => !NOTICE.test(path));
  return {
    files: models,
    surroundings: {
      jobTypes,
      notices: notices.map(([path]) => path),
      noticeReads: Object.fromEntries(notices),
    },
  };
}
