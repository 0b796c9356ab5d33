import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Mustache from 'mustache';
import { PermanentError } from '../law/errors.ts';
import { noticeHomes } from './common.ts';

/** A mail's subject and text, in plain text. */
export type Rendered = { subject: string; text: string };

export interface Notices {
  /**
   * Fills the template `<processId>/notices/<name>.txt`, or the common one of that name; see `noticeHomes`.
   * @throws PermanentError `unknown-notice`, `bad-notice`
   */
  render(processId: string, name: string, view: Record<string, unknown>): Rendered;
}

const NAME = /^[a-z0-9-]+$/;

/** Notices from the folder of the models. They are read at each use: an administrator's edit counts at once. */
export function noticesIn(modelsFolder: string): Notices {
  return noticesFrom((path) => {
    try {
      return readFileSync(join(modelsFolder, path), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return undefined;
    }
  });
}

/** Notices whose templates are found by their path below the models (`<processId>/notices/<name>.txt`). */
export function noticesFrom(find: (path: string) => string | undefined): Notices {
  return {
    render: (processId, name, view) => {
      const template = read(find, processId, name);
      // Split before it is filled: what people entered may hold line breaks.
      const [first = '', ...rest] = template.split('\n');
      const subject = fill(name, first.replace(/^\uFEFF?主题[：:]\s*/, ''), view);
      return { subject: oneLine(subject), text: fill(name, rest.join('\n'), view).trim() };
    },
  };
}

/**
 * The variables a template names. Inside of a section simple names are those of its rows; a path (`application.site`) is
 * read from outside.
 */
export function readByNotice(template: string): string[] {
  return [...new Set(namesIn(Mustache.parse(template)).map((path) => path.split('.')[0] ?? ''))];
}

type Token = ReturnType<typeof Mustache.parse>[number];

function namesIn(tokens: Token[], inside = false): string[] {
  return tokens.flatMap((token) => {
    const [kind, name, , , below] = token;
    const own = kind === 'text' || (inside && !name.includes('.')) ? [] : [name];
    return [...own, ...(Array.isArray(below) ? namesIn(below as Token[], true) : [])];
  });
}

function fill(name: string, template: string, view: Record<string, unknown>): string {
  try {
    // Plain text mail: nothing to escape.
    return Mustache.render(template, view, {}, { escape: String });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PermanentError('bad-notice', `通知模板“${name}”写法有误，请改正后重试：${reason}`);
  }
}

function read(find: (path: string) => string | undefined, processId: string, name: string): string {
  if (!NAME.test(name)) throw unknown(name);
  for (const home of noticeHomes(processId)) {
    const template = find(`${home}/notices/${name}.txt`);
    if (template !== undefined) return template;
  }
  throw unknown(name);
}

function unknown(name: string): PermanentError {
  return new PermanentError(
    'unknown-notice',
    `没有通知模板“${name}”，请在该流程的 notices 文件夹中补充 ${name}.txt 后重试。`,
  );
}

/** A project's name may hold a line break; a subject may not. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
