import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkNames } from './check-names.ts';
import { checkReferences } from './check-references.ts';
import { checkSubstitutes } from './check-substitutes.ts';
import { draftOf } from './draft.ts';
import { OrganizationError, type Problem } from './errors.ts';
import { formError } from './messages.ts';
import { organizationSchema } from './schema.ts';
import type { Organization } from './types.ts';

/**
 * The organisation written in a YAML text. `file` only names it in messages.
 * @throws OrganizationError with every fault at once.
 */
export function parseOrganization(text: string, file: string): Organization {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new OrganizationError(file, document.errors.map(syntaxProblem));
  }
  const content: unknown = document.toJS();
  const read = organizationSchema.safeParse(content, { error: formError });
  const draft = draftOf(content);
  const problems = [
    ...(read.success ? [] : read.error.issues.map(formProblem)),
    ...checkNames(draft),
    ...checkReferences(draft),
    ...checkSubstitutes(draft),
  ];
  if (!read.success || problems.length > 0) throw new OrganizationError(file, problems);
  const { bodies, units, ...rest } = read.data;
  return { ...rest, bodies: [...bodies, ...units] };
}

function syntaxProblem(error: { linePos?: [{ line: number }, ...unknown[]]; message: string }) {
  const line = error.linePos?.[0].line;
  return {
    path: line === undefined ? '文件' : `第 ${line} 行`,
    message: `不是有效的 YAML：${error.message.replace(/ at line .*$/s, '')}`,
  };
}

function formProblem({ path, message }: z.core.$ZodIssue): Problem {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return { path: place.join('').replace(/^\./, '') || '文件', message };
}
