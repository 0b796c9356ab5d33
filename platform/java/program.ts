import { delimiter, join } from 'node:path';
import { writeWhole } from '../../files/whole.ts';
import { javaMarker } from '../processes/marker.ts';
import type { Settings } from '../settings/settings.ts';
import { type ArchiveFiles, archiveFiles, archiveFlags } from './archive-files.ts';
import type { Java } from './find-java.ts';

/** A Java program of the platform, apart from how it is started and stopped. */
export type JavaProgram = {
  name: string;
  mainClass: string;
  jars: string[];
  heap: string;
  args?: string[];
};

/**
 * Half of a start's work is the JVM's optimising compiler on code that runs a few times. `quick` does
 * without it; `patient` lets it come to code that is ten times as hot as usual.
 */
const COMPILERS = {
  quick: ['-XX:TieredStopAtLevel=1'],
  patient: [
    '-XX:Tier4InvocationThreshold=50000',
    '-XX:Tier4MinInvocationThreshold=6000',
    '-XX:Tier4CompileThreshold=150000',
    '-XX:Tier4BackEdgeThreshold=400000',
  ],
};

/** The whole command line of a program. */
export function javaCommand(
  program: JavaProgram,
  java: Java,
  settings: Settings,
): { command: string; args: string[] } {
  const archive =
    settings.JVM_ARCHIVE === 'off' ? [] : archiveFlags(filesOf(program, java, settings));
  return {
    command: java.executable,
    args: [
      javaMarker(settings.DATA_FOLDER),
      `-Xmx${program.heap}`,
      '-XX:+ExitOnOutOfMemoryError',
      '-Dfile.encoding=UTF-8',
      ...COMPILERS[settings.JVM_QUICK ? 'quick' : 'patient'],
      ...archive,
      ...classPath(program, settings),
      program.mainClass,
      ...(program.args ?? []),
    ],
  };
}

/** The class path is long, so it goes into an argument file; every jar is named (see jarsIn). */
export function classPath({ name, jars }: JavaProgram, settings: Settings): string[] {
  const file = join(settings.DATA_FOLDER, 'run', `${name}.args`);
  writeWhole(file, `-cp\n"${jars.join(delimiter)}"\n`);
  return [`@${file}`];
}

export function filesOf(program: JavaProgram, java: Java, settings: Settings): ArchiveFiles {
  return archiveFiles(program.name, java, program.jars, settings.CACHE_FOLDER);
}
