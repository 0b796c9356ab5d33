import type { Form } from '../models/form.ts';
import type { ModelFile, Read } from '../models/model-index.ts';
import { fillParts } from '../models/parts.ts';
import { applyRules, type Told } from './apply-rules.ts';
import type { Finding } from './finding.ts';
import type { Context } from './rule.ts';
import { rulesOver } from './rules.ts';

/** The files as lint reads them: forms with their common parts. Whom the organisation has does not matter to it. */
export function readable<File extends ModelFile>(files: File[]): File[] {
  return fillParts(files, {});
}

/** Each finding once: what is told of a common part would be told of every form that has it. */
export function once<One extends Finding>(findings: One[]): One[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** Lints a form with its common parts; what is found inside one of them is told of the part's own file. */
export function lintForm(form: Form, context: Context): Told[] {
  const told = applyRules(rulesOver('form'), (rule, report) => rule.check(form, context, report));
  return told.map((one) => ({ ...one, ...whereOf(one, form, context) }));
}

/** Lints a common part as such; what is in it is checked in every form that has it. */
export function lintPart(part: Extract<Read, { kind: 'part' }>, context: Context): Told[] {
  return applyRules(rulesOver('part'), (rule, report) => rule.check(part, context, report));
}

function whereOf({ id }: Told, { components }: Form, { models }: Context): { file?: string } {
  const name = components.find((component) => component.id === id)?.part;
  const part = models.parts.find((one) => one.name === name);
  const isInside = part?.components.some((component) => component.id === id) === true;
  return part && isInside ? { file: part.path } : {};
}
