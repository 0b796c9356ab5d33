import { z } from 'zod';
import type { ModelFile } from '../../../models/model-index.ts';
import { ApiError } from '../../../site/server/errors.ts';
import { type Finding, finding } from '../../api/common.ts';
import { createThread } from '../../server/thread.ts';

/** The first round reads every model and rule, which takes its time on a busy machine. */
const LONGEST_MS = 180_000;

/** What the thread says: its findings, or what broke. */
const said = z.union([
  z.object({ findings: z.array(finding) }),
  z.object({ broken: z.string().optional() }),
]);
export type Said = z.input<typeof said>;

/** Lint of all models together, in a thread beside the server's. */
export interface Linter {
  /**
   * Every finding about the files; notices among them count as the notices there are.
   * @throws ApiError `lint-takes-too-long`
   */
  lintAll(files: ModelFile[]): Promise<Finding[]>;
  close(): Promise<void>;
}

export function createLinter(): Linter {
  const thread = createThread({
    script: new URL('./start-worker.mjs', import.meta.url),
    workerData: undefined,
    longestMs: LONGEST_MS,
    tooLong,
  });
  return {
    async lintAll(files) {
      const answer = said.parse(await thread.ask({ files }));
      if ('findings' in answer) return answer.findings;
      throw new Error(`lint failed: ${answer.broken}`);
    },
    close: () => thread.close(),
  };
}

function tooLong(): ApiError {
  return new ApiError('lint-takes-too-long', '模型检查时间过长，请把模型改小或拆分后再试。');
}
