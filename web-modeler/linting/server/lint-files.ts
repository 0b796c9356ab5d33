import { createHash } from 'node:crypto';
import type { Resolver } from 'bpmnlint';
import type { Finding } from '../../../lint/finding.ts';
import { once, readable } from '../../../lint/lint-form.ts';
import { lintModel } from '../../../lint/lint-models.ts';
import { indexModels, type ModelFile, type Read, readModel } from '../../../models/model-index.ts';
import { type Fixed, lintInput } from './surroundings.ts';

/** Lints all files together. */
export type LintFiles = (files: ModelFile[]) => Promise<Finding[]>;

/**
 * Lint that remembers: between two rounds mostly one file changes, and what is said of the others stays as long as
 * they and what the models declare to each other are the same. A whole round takes seconds, such a one tenths.
 */
export function rememberingLint(fixed: Fixed, foreign: Resolver): LintFiles {
  const reads = lastRounds<Read>();
  const told = lastRounds<Finding[]>();

  return async (files) => {
    const input = lintInput(files, fixed);
    reads.next();
    told.next();
    const models = await Promise.all(
      readable(input.files).map(async (file) => {
        const key = hash(file);
        return { key, model: await reads.get(key, () => readModel(file)) };
      }),
    );
    const index = indexModels(
      models.map(({ model }) => model),
      input.surroundings,
    );
    const declared = hash(index);
    const context = { models: index, regulation: fixed.regulation };
    const findings = models.map(({ key, model }) =>
      told.get(`${key} ${declared}`, async () =>
        (await lintModel(model, context, foreign)).map((one) => ({
          file: model.file.path,
          ...one,
        })),
      ),
    );
    return once((await Promise.all(findings)).flat());
  };
}

/** Keeps what this round and the one before it asked for. */
function lastRounds<T>() {
  let now = new Map<string, Promise<T>>();
  let before = new Map<string, Promise<T>>();
  return {
    next(): void {
      before = now;
      now = new Map();
    },
    get(key: string, make: () => Promise<T>): Promise<T> {
      const kept = now.get(key) ?? before.get(key) ?? make();
      now.set(key, kept);
      return kept;
    },
  };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
