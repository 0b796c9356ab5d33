import { type Regulation, regulationSchema } from '../../../law/regulation.ts';
import { lintModel } from '../../../lint/lint-models.ts';
import {
  indexModels,
  type ModelFile,
  type Read,
  readModel,
  type Surroundings,
} from '../../../models/model-index.ts';
import { breathe } from '../breathe.ts';
import { bundledRules } from './foreign-rules.ts';
import type { FromWorker, ToWorker } from './messages.ts';

// The same models are kept as they were read: only what a save or the typing changes is read again.
const read = new Map<string, Read>();
let known: { surroundings: Surroundings; regulation: Regulation } | undefined;
let newest = 0;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'surroundings') {
    void takeIn(data);
    return;
  }
  newest = data.run;
  check(data.run, data.file).catch((error: unknown) =>
    answer({ run: data.run, failure: error instanceof Error ? error.message : String(error) }),
  );
});

let taken: Promise<void> = Promise.resolve();

function takeIn(given: Extract<ToWorker, { type: 'surroundings' }>): Promise<void> {
  const { files, jobTypes, notices, regulation } = given;
  known = { surroundings: { jobTypes, notices }, regulation: regulationSchema.parse(regulation) };
  taken = (async () => {
    for (const path of read.keys()) {
      if (!files.some((file) => file.path === path)) read.delete(path);
    }
    for (const file of files.filter(({ path }) => /\.(bpmn|dmn|form)$/.test(path))) {
      if (read.get(file.path)?.file.source === file.source) continue;
      read.set(file.path, await readModel(file));
      await breathe();
    }
  })();
  return taken;
}

/** Lints one file as it is being edited, with everything else as it is saved. */
async function check(run: number, file: ModelFile): Promise<void> {
  await taken;
  if (!known) throw new Error('check before surroundings');
  const model = await readModel(file);
  await breathe();
  if (run !== newest) return;
  const others = [...read.values()].filter((other) => other.file.path !== file.path);
  const context = {
    models: indexModels([...others, model], known.surroundings),
    regulation: known.regulation,
  };
  await breathe();
  if (run !== newest) return;
  const told = await lintModel(model, context, bundledRules);
  if (run !== newest) return;
  answer({ run, findings: told.map((finding) => ({ file: file.path, ...finding })) });
}

function answer(message: FromWorker): void {
  postMessage(message);
}
