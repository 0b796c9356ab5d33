import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeWhole } from '../../files/whole.ts';
import type { ArchiveFiles } from './archive-files.ts';
import type { Java } from './find-java.ts';

/** From this version on the JVM can also keep classes linked (JEP 483). */
const FIRST_WITH_LINKING = 24;

export type ArchiveJob = {
  files: ArchiveFiles;
  java: Java;
  /** The words that name the class path, exactly as in the program's own command line. */
  classPath: string[];
  heap: string;
  marker: string;
};

/**
 * Makes the archive from the classes a run has written down, while that run goes on. The work (about
 * a quarter of a minute) is done at a low priority; an archive appears only when it is whole.
 */
export async function makeArchive(job: ArchiveJob): Promise<void> {
  const { archive, classes, recording } = job.files;
  if (existsSync(archive)) return;
  if (!existsSync(classes)) keepWholeLines(recording, classes);
  const draft = `${archive}.${process.pid}.tmp`;
  const linking = job.java.major >= FIRST_WITH_LINKING ? ['-XX:+AOTClassLinking'] : [];
  const words = [
    job.java.executable,
    job.marker,
    `-Xmx${job.heap}`,
    '-Xshare:dump',
    '-Xlog:disable',
    '-XX:TieredStopAtLevel=1',
    ...linking,
    `-XX:SharedClassListFile=${classes}`,
    `-XX:SharedArchiveFile=${draft}`,
    ...job.classPath,
  ];
  try {
    await runQuietly('nice', ['-n', '10', ...words]);
    renameSync(draft, archive);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The run still writes to its list: its last line may be half. */
function keepWholeLines(recording: string, classes: string): void {
  const text = readFileSync(recording, 'utf8');
  writeWhole(classes, text.slice(0, text.lastIndexOf('\n') + 1));
}

function runQuietly(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const process = spawn(command, args, { stdio: 'ignore', detached: true });
    process.once('error', reject);
    process.once('exit', (code, name) =>
      code === 0 ? resolve() : reject(new Error(`making ${args.at(-3)} ended: ${name ?? code}`)),
    );
  });
}
