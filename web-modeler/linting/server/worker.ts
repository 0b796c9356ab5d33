import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import type { ModelFile } from '../../../models/model-index.ts';
import { rememberingLint } from './lint-files.ts';
import type { Said } from './linter.ts';
import { readFixed } from './surroundings.ts';

/** Asked of this thread: lint these files. */
export type Job = { files: ModelFile[] };

// A thread of its own: linting is seconds of pure computing, and the server has others to answer.
const foreign = new NodeResolver({ require: createRequire(import.meta.url) });
const lint = rememberingLint(await readFixed(), foreign);

parentPort?.on('message', async ({ files }: Job) => {
  parentPort?.postMessage({ answer: await answerTo(files) });
});

async function answerTo(files: ModelFile[]): Promise<Said> {
  try {
    return { findings: await lint(files) };
  } catch (error) {
    return { broken: error instanceof Error ? error.stack : String(error) };
  }
}
