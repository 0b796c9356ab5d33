import { type Regulation, regulationSchema } from '../../../law/regulation.ts';
import { once, readable } from '../../../lint/lint-form.ts';
import { lintModel } from '../../../lint/lint-models.ts';
import {
  indexModels,
  type ModelFile,
  partsPlaced,
  type Read,
  readModel,
  type Surroundings,
} from '../../../models/model-index.ts';
import { breathe } from '../breathe.ts';
import { bundledRules } from './foreign-rules.ts';
import type { FromWorker, ToWorker } from './messages.ts';

// The same models are kept as they were read: only what a save or the typing changes is read again.
const read = new Map<string, Read>();
let saved: ModelFile[] = [];
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
  const { files, jobTypes, notices, noticeReads, regulation } = given;
  known = {
    surroundings: { jobTypes, notices, noticeReads },
    regulation: regulationSchema.parse(regulation),
  };
  taken = (async () => {
    for (const path of read.keys()) {
      if (!files.some((file) => file.path === path)) read.delete(path);
    }
    saved = files.filter(({ path }) => /\.(bpmn|dmn|form)$/.test(path));
    for (const file of readable(saved)) {
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
  const others = saved.filter(({ path }) => path !== file.path);
  // A common part changes every form that has it.
  const models = await Promise.all(
    readable([...others, file]).map((one) => {
      const before = read.get(one.path);
      return before?.file.source === one.source ? before : readModel(one);
    }),
  );
  await breathe();
  if (run !== newest) return;
  const context = {
    models: indexModels(models, known.surroundings),
    regulation: known.regulation,
  };
  await breathe();
  if (run !== newest) return;
  const findings = await Promise.all(
    concerned(file.path, models).map(async (model) =>
      (await lintModel(model, context, bundledRules)).map((finding) => ({
        file: model.file.path,
        ...finding,
      })),
    ),
  );
  if (run !== newest) return;
  answer({ run, findings: once(findings.flat()).filter((one) => one.file === file.path) });
}

/** The file's own model, and of a common part every form that has it: what is in it is found there. */
function concerned(path: string, models: Read[]): Read[] {
  const own = models.filter((model) => model.file.path === path);
  const [model] = own;
  if (model?.kind !== 'part') return own;
  return [...own, ...models.filter((other) => partsPlaced(other).includes(model.name))];
}

function answer(message: FromWorker): void {
  postMessage(message);
}
