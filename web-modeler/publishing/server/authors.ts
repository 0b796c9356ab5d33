import type { SubmittedFile } from '../../../records/index.ts';
import type { Person } from '../../../site/api/common.ts';
import type { PublishingDeps } from './deps.ts';

/**
 * Who saved the versions that the files bring: from what is submitted back to what runs. A file that never ran, or
 * whose running text is not among its versions, has all of its authors.
 */
export async function authorsOf(
  storage: Pick<PublishingDeps['storage'], 'history'>,
  files: SubmittedFile[],
): Promise<Person[]> {
  const authors = new Map<string, Person>();
  for (const { path, before, after } of files) {
    const versions = await storage.history(path);
    // A file that is to go has no version of its going.
    const from = versions.findIndex(({ blob }) => blob === after);
    const brought = versions.slice(Math.max(from, 0));
    const running = brought.findIndex(({ blob }) => blob === before);
    for (const { by } of running < 0 ? brought : brought.slice(0, running)) {
      authors.set(by.id, { id: by.id, name: by.name });
    }
  }
  return [...authors.values()];
}
