import { existsSync } from 'node:fs';
import { javaMarker } from '../processes/marker.ts';
import type { Report } from '../report.ts';
import type { Settings } from '../settings/settings.ts';
import type { Java } from './find-java.ts';
import { type ArchiveJob, makeArchive } from './make-archive.ts';
import { classPath, filesOf, type JavaProgram } from './program.ts';

/** Archives that are being made in the background. */
export type Archives = {
  /** Waits for those that are still missing. */
  finish(report: Report): Promise<void>;
};

/**
 * Makes the missing archives beside the running platform. A failure is logged and
 * costs nothing but speed: the next start tries again.
 */
export function makeArchives(
  programs: JavaProgram[],
  java: Java,
  settings: Settings,
  log: (line: string) => void,
): Archives {
  const jobs = programs
    .map((program) => jobOf(program, java, settings))
    .filter(({ files }) => !existsSync(files.archive));
  // Two at a time: each is the work of one core.
  const lanes = [jobs.slice(0, 1), jobs.slice(1)];
  const done = Promise.all(lanes.map(makeAll)).catch((error: Error) => log(error.message));
  return {
    async finish(report) {
      if (jobs.every(({ files }) => existsSync(files.archive))) return;
      await report.step('保存 JVM 归档，以后启动更快（仅此一次；再按 Ctrl-C 跳过）', () => done);
    },
  };
}

async function makeAll(jobs: ArchiveJob[]): Promise<void> {
  for (const job of jobs) await makeArchive(job);
}

function jobOf(program: JavaProgram, java: Java, settings: Settings): ArchiveJob {
  return {
    files: filesOf(program, java, settings),
    java,
    classPath: classPath(program, settings),
    heap: program.heap,
    marker: javaMarker(settings.DATA_FOLDER),
  };
}
