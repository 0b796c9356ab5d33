import type { Resolver } from 'bpmnlint';
import type { Regulation } from '../law/regulation.ts';
import {
  indexModels,
  type ModelFile,
  type Read,
  readModel,
  type Surroundings,
} from '../models/model-index.ts';
import { applyRules, error, type Told } from './apply-rules.ts';
import { bodiesExist, type WhoIsThere } from './bodies-exist.ts';
import type { Finding } from './finding.ts';
import { lintDiagram } from './lint-diagram.ts';
import { lintForm, lintPart, once, readable } from './lint-form.ts';
import type { Context } from './rule.ts';
import { rulesOver } from './rules.ts';

/** Everything lint needs; nothing is read from disk here, so a browser can call it too. */
export type LintInput = {
  files: ModelFile[];
  surroundings: Surroundings;
  regulation: Regulation;
  foreign: Resolver;
  /** Who is there, where it is known: then every body that is named must be. */
  directory?: WhoIsThere;
};

/** Lints all models together, since forms, calls and results reach from one file to another. */
export async function lintModels(input: LintInput): Promise<Finding[]> {
  const models = await Promise.all(readable(input.files).map(readModel));
  const context: Context = {
    models: indexModels(models, input.surroundings),
    regulation: input.regulation,
  };
  const findings = await Promise.all(
    models.map(async (model) =>
      (await lintModel(model, context, input.foreign)).map((told) => ({
        file: model.file.path,
        ...told,
      })),
    ),
  );
  const { directory, regulation } = input;
  const missing = directory ? bodiesExist(models, regulation, directory) : [];
  return [...once(findings.flat()), ...missing];
}

/** Lints one model among others that were read before; what it says depends on the model and the context alone. */
export async function lintModel(model: Read, context: Context, foreign: Resolver): Promise<Told[]> {
  switch (model.kind) {
    case 'unreadable':
      return [error('readable-file', `文件无法读取，请检查：${model.reason}`)];
    case 'diagram':
      return [
        ...unreadParts(model.warnings),
        ...(await lintDiagram(model.definitions, context, foreign)),
      ];
    case 'tables':
      return [
        ...unreadParts(model.warnings),
        ...applyRules(rulesOver('decision-file'), (rule, report) =>
          rule.check(model.definitions, context, report),
        ),
        ...model.decisions.flatMap((decision) =>
          applyRules(rulesOver('table'), (rule, report) => rule.check(decision, context, report)),
        ),
      ];
    case 'form':
      return lintForm(model.form, context);
    case 'part':
      return lintPart(model, context);
  }
}

/** Parts the reader left out: an id that is illegal or repeated, a reference to nothing. */
function unreadParts(warnings: string[]): Told[] {
  return warnings.map((warning) => error('readable-file', `文件内容有误，请检查：${warning}`));
}
