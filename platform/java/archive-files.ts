import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../processes/table.ts';
import type { Java } from './find-java.ts';

/** Where one program's archive and the list of its classes lie. */
export type ArchiveFiles = { archive: string; classes: string; recording: string };

/**
 * An archive fits one build of Java and one set of jars only, so both are in the folder's name; it
 * lies in the cache beside the jars and serves every data folder.
 */
export function archiveFiles(
  program: string,
  java: Java,
  jars: string[],
  cache: string,
): ArchiveFiles {
  const folder = join(cache, 'jvm', fingerprint(java, jars));
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder);
  return {
    archive: join(folder, `${program}.jsa`),
    classes: join(folder, `${program}.classes`),
    recording: join(folder, `${program}.${process.pid}.recording`),
  };
}

/**
 * The JVM flags of a run: start from the archive, or else write down every class as it is loaded.
 * That costs nothing, where the JVM's own recording modes double the work of a start.
 */
export function archiveFlags({ archive, classes, recording }: ArchiveFiles): string[] {
  if (existsSync(archive)) return [`-XX:SharedArchiveFile=${archive}`];
  return existsSync(classes) ? [] : [`-XX:DumpLoadedClassList=${recording}`];
}

/** What launchers that are gone left half done. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = /\.(\d+)\.(recording|tmp)$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(folder, name));
  }
}

function fingerprint(java: Java, jars: string[]): string {
  const hash = createHash('sha256').update(java.home).update(java.build);
  for (const jar of jars) {
    const { size, mtimeMs } = statSync(jar);
    hash.update(`${jar} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
