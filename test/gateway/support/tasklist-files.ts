import { join } from 'node:path';
import { jarsIn } from '../../../platform/java/jars.ts';
import { findParts } from '../../../platform/parts/parts.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { filesInJar } from './jar.ts';

const SILENT = {
  step: <T>(_label: string, work: (detail: () => void) => Promise<T>) => work(() => {}),
  line() {},
};

/** Tasklist's pages and scripts from the distribution, which is fetched as the launcher does it. */
export async function tasklistFiles(): Promise<Map<string, Buffer>> {
  const { camunda } = await findParts(
    readSettings(process.env),
    SILENT,
    new AbortController().signal,
  );
  const jar = jarsIn(camunda).find((name) => name.includes('tasklist-webjar'));
  if (jar === undefined) throw new Error(`No pages of Tasklist in ${camunda}`);
  return filesInJar(jar, join('META-INF', 'resources', 'tasklist/'));
}
