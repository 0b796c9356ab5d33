import type { Answer, Call } from '../../gateway/camunda/upstream.ts';
import type { Rule } from '../../gateway/rule.ts';
import type { Person } from '../../law/directory/index.ts';

/**
 * A Camunda that answers by path and remembers what it was asked.
 * @param refused the statuses of paths that it refuses
 */
export function aCamunda(answers: Record<string, unknown>, refused: Record<string, number> = {}) {
  const asked: Call[] = [];
  const ask = async (call: Call): Promise<Answer> => {
    asked.push(call);
    const [path = ''] = call.path.split('?');
    const body = answers[path];
    const there = body !== undefined || call.method !== 'GET';
    return {
      status: refused[path] ?? (there ? 200 : 404),
      type: 'application/json',
      text: JSON.stringify(body ?? {}),
    };
  };
  return { asked, ask };
}

/** Asks the rule of this call as somebody. */
export function asker(rules: Rule[], ask: (call: Call) => Promise<Answer>) {
  return (
    person: Person,
    call: string,
    given: {
      params?: Record<string, string>;
      query?: string;
      body?: unknown;
      headers?: Record<string, string>;
    } = {},
  ) => {
    const rule = rules.find(({ method, path }) => `${method} ${path}` === call);
    if (rule === undefined) throw new Error(`no rule for ${call}`);
    const { params = {}, query = '', body, headers = {} } = given;
    const header = (name: string) => headers[name];
    return rule.answer({ person, params, query, body, header }, ask);
  };
}
