import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { archiveFiles, archiveFlags } from '../../platform/java/archive-files.ts';
import type { Java } from '../../platform/java/find-java.ts';

const java: Java = { home: '/jdk', executable: '/jdk/bin/java', major: 25, build: '25.0.3+9' };
let cache: string;
let jar: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'cache-'));
  jar = join(cache, 'a.jar');
  writeFileSync(jar, 'jar');
});
afterEach(() => rmSync(cache, { recursive: true }));

const files = (by = java) => archiveFiles('engine', by, [jar], cache);

describe('the JVM archive', () => {
  test('a first run writes down its classes', () => {
    expect(archiveFlags(files())).toEqual([`-XX:DumpLoadedClassList=${files().recording}`]);
  });

  test('a run starts from the archive when there is one', () => {
    writeFileSync(files().archive, '');
    expect(archiveFlags(files())).toEqual([`-XX:SharedArchiveFile=${files().archive}`]);
  });

  test('when only the making was interrupted, nothing is recorded again', () => {
    writeFileSync(files().classes, '');
    expect(archiveFlags(files())).toEqual([]);
  });

  test('another build of Java and other jars each have an archive of their own', () => {
    const first = files().archive;
    expect(files({ ...java, build: '25.0.4+1' }).archive).not.toBe(first);
    utimesSync(jar, 1, 1);
    expect(files().archive).not.toBe(first);
  });

  test('what a launcher that is gone left half done is removed, what another makes is not', () => {
    const { archive } = files();
    const [gone, alive] = [`${archive}.${2 ** 22}.tmp`, `${archive}.${process.ppid}.tmp`];
    for (const file of [gone, alive]) writeFileSync(file, '');
    files();
    expect([existsSync(gone), existsSync(alive)]).toEqual([false, true]);
  });
});
