import { z } from 'zod';
import type { ModelFile } from '../../../models/model-index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { type Finding, finding } from '../../api/common.ts';
import { createThreads } from '../../server/threads.ts';

/** The first round reads every model and rule, which takes its time on a busy machine. */
const LONGEST_MS = 180_000;
const MOST_MEGABYTES = 768;

/** What the thread says: its findings, or what broke. */
const said = z.union([
  z.object({ findings: z.array(finding) }),
  z.object({ broken: z.string().optional() }),
]);
export type Said = z.input<typeof said>;

/** Lint of all models together, in threads beside the server's. */
export interface Linter {
  /**
   * Every finding about the files; notices among them count as the notices there are.
   * @throws ApiError `lint-takes-too-long`
   */
  lintAll(files: ModelFile[]): Promise<Finding[]>;
  close(): Promise<void>;
}

export function createLinter(longestMs = LONGEST_MS): Linter {
  const threads = createThreads({
    script: new URL('./start-worker.mjs', import.meta.url),
    workerData: undefined,
    // The second is only started while the first is busy.
    most: 2,
    mostMegabytes: MOST_MEGABYTES,
    ...{ longestMs, tooLong, tooLarge },
  });
  return {
    async lintAll(files) {
      const answer = said.parse(await threads.ask({ files }));
      if ('findings' in answer) return answer.findings;
      throw new Error(`lint failed: ${answer.broken}`);
    },
    close: () => threads.close(),
  };
}

function tooLong(): ApiError {
  return new ApiError('lint-takes-too-long', '模型检查时间过长，请把模型改小或拆分后再试。');
}

function tooLarge(): ApiError {
  return new ApiError('lint-takes-too-long', '模型检查占用的内存过多，请把模型改小或拆分后再试。');
}
