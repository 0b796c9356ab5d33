import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { readIfThere } from '../../files/whole.ts';

export const OLDEST_JAVA = 21;

/** A Java found on this machine. `build` names the exact build: archives of the JVM fit only one. */
export type Java = { home: string; executable: string; major: number; build: string };

type Places = { JAVA_HOME?: string | undefined; PATH?: string | undefined };

/**
 * Finds a Java that is new enough: JAVA_HOME, then PATH, then the newest in the usual places.
 * @returns what was found, and every Java that was looked at (for the message when none will do)
 */
export function findJava(places: Places, usual = usualHomes()): { java?: Java; seen: Java[] } {
  const named = places.JAVA_HOME === undefined ? [] : inspect([places.JAVA_HOME]);
  const onPath = inspect(homesOnPath(places.PATH));
  const newestFirst = inspect(usual).sort((a, b) => b.major - a.major);
  const seen = [...named, ...onPath, ...newestFirst];
  const java = seen.find(({ major }) => major >= OLDEST_JAVA);
  return java === undefined ? { seen } : { java, seen };
}

function inspect(homes: string[]): Java[] {
  return [...new Set(homes)].flatMap((home) => {
    const executable = join(home, 'bin', 'java');
    if (!existsSync(executable)) return [];
    const release = readIfThere(join(home, 'release')) ?? askForVersion(executable);
    const version = /JAVA_VERSION="([^"]+)"|version "([^"]+)"/.exec(release);
    const major = majorOf(version?.[1] ?? version?.[2]);
    return major === undefined ? [] : [{ home, executable, major, build: release }];
  });
}

/** "1.8.0_402" is 8, "25.0.3" is 25. */
function majorOf(version: string | undefined): number | undefined {
  const match = /^(?:1\.)?(\d+)/.exec(version ?? '');
  return match === null ? undefined : Number(match[1]);
}

function askForVersion(executable: string): string {
  try {
    return execFileSync('sh', ['-c', '"$0" -version 2>&1', executable], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function homesOnPath(path: string | undefined): string[] {
  return (path ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'java'))
    .filter((file) => existsSync(file))
    .map((file) => dirname(dirname(realpathSync(file))));
}

function usualHomes(): string[] {
  const home = homedir();
  return [
    ...below('/usr/lib/jvm'),
    ...below('/usr/java'),
    ...below('/opt'),
    ...below('/opt/java'),
    ...below('/Library/Java/JavaVirtualMachines', 'Contents/Home'),
    ...below('/opt/homebrew/opt', 'libexec/openjdk.jdk/Contents/Home'),
    ...below('/usr/local/opt', 'libexec/openjdk.jdk/Contents/Home'),
    ...below(join(home, 'Library/Java/JavaVirtualMachines'), 'Contents/Home'),
    ...below(join(home, '.sdkman/candidates/java')),
    ...below(join(home, '.jdks')),
    ...below(join(home, '.asdf/installs/java')),
    ...below(join(home, '.local/share/mise/installs/java')),
  ];
}

function below(folder: string, inner = ''): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name, inner));
  } catch {
    return [];
  }
}
