import { loadDirectory } from '../../../files/organization.ts';
import type { Directory } from '../../../law/directory/index.ts';
import { TEST_ORGANIZATION } from './organization.ts';

let directory: Directory | undefined;

/** The organisation of the tests as the workers know it. */
export function people(): Directory {
  directory ??= loadDirectory(TEST_ORGANIZATION);
  return directory;
}

/** The mail address of a person. */
export function emailOf(person: string): string {
  return people().person(person)?.email ?? `nobody called ${person}`;
}
