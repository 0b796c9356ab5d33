import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkPrerequisites } from '../../platform/parts/prerequisites.ts';

let machine: string;
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'machine-'));
});
afterEach(() => rmSync(machine, { recursive: true }));

/** A Java that says of itself which version it is, as real ones do in their `release` file. */
function aJava(name: string, version: string): string {
  const home = join(machine, name);
  program(join(home, 'bin', 'java'));
  writeFileSync(join(home, 'release'), `JAVA_VERSION="${version}"\n`);
  return home;
}

function program(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return dirname(file);
}

const NODE = { nodeVersion: '20.19.0', usualJavaHomes: [] };

describe('prerequisites', () => {
  test('all that is missing is named in one message, with the ways round', () => {
    const check = () =>
      checkPrerequisites({ nodeVersion: '20.9.0', PATH: machine, usualJavaHomes: [] }, true);
    expect(check).toThrow(/Node\.js 20\.19.*20\.9\.0/);
    expect(check).toThrow(/JDK 21/);
    expect(check).toThrow(/Maven/);
    expect(check).toThrow(/CAMUNDA_HOME.*\n.*docker compose up.*\n.*ZEEBE_GRPC_ADDRESS/);
  });

  test('Maven is wanted only when something has to be fetched', () => {
    const JAVA_HOME = aJava('jdk', '25.0.1');
    expect(() => checkPrerequisites({ ...NODE, JAVA_HOME, PATH: '' }, true)).toThrow(/Maven/);
    expect(checkPrerequisites({ ...NODE, JAVA_HOME, PATH: '' }, false).maven).toBeUndefined();
  });

  test('JAVA_HOME goes before PATH, and PATH before the usual places', () => {
    const JAVA_HOME = aJava('named', '21.0.2');
    const PATH = join(aJava('on-path', '22'), 'bin');
    const usualJavaHomes = [aJava('usual', '25.0.1')];
    const find = (places: object) => checkPrerequisites({ ...NODE, ...places }, false).java.home;
    expect(find({ JAVA_HOME, PATH, usualJavaHomes })).toBe(JAVA_HOME);
    expect(find({ PATH, usualJavaHomes })).toBe(join(machine, 'on-path'));
    expect(find({ usualJavaHomes })).toBe(usualJavaHomes[0]);
  });

  test('one that is too old is passed over for the newest of the usual places', () => {
    const found = checkPrerequisites(
      {
        ...NODE,
        JAVA_HOME: aJava('old', '17.0.15'),
        PATH: join(aJava('older', '1.8.0_402'), 'bin'),
        usualJavaHomes: [aJava('a', '21.0.1'), aJava('b', '25.0.3'), aJava('c', '23')],
      },
      false,
    );
    expect(found.java).toMatchObject({ home: join(machine, 'b'), major: 25 });
  });

  test('when all are too old, each is named with its version', () => {
    const JAVA_HOME = aJava('old', '17.0.15');
    expect(() => checkPrerequisites({ ...NODE, JAVA_HOME }, false)).toThrow(
      `${JAVA_HOME}（版本 17）`,
    );
  });
});
