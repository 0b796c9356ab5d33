import Mustache from 'mustache';

/** The mail of a notice, as models/notices fills it; or why it cannot be filled. */
export function fill(
  template: string,
  view: object,
): { subject: string; text: string; problem?: string } {
  const [first = '', ...rest] = template.split('\n');
  try {
    // Plain text mail: nothing to escape.
    const put = (text: string) => Mustache.render(text, view, {}, { escape: String });
    return { subject: put(first.replace(/^主题[：:]\s*/, '')), text: put(rest.join('\n')).trim() };
  } catch (error) {
    return { subject: '', text: '', problem: inChinese(error) };
  }
}

function inChinese(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, name] = /"([^"]+)"/.exec(message) ?? [];
  if (/^Unclosed section/.test(message))
    return `{{#${name}}} 没有结束，请在后面写上 {{/${name}}}。`;
  if (/^Unopened section/.test(message))
    return `{{/${name}}} 前面没有 {{#${name}}}，请补上或者删去。`;
  if (/^Unclosed tag/.test(message)) return '有一处 {{ 没有写 }}，请补上。';
  return '花括号的写法有误，请检查 {{ 和 }} 是否成对。';
}
