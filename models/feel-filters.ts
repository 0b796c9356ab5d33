import { parseExpression } from '@bpmn-io/feelin';

/** The built-in functions that answer yes or no; every other may count, and then a filter means a position. */
const ASKING = new Set(
  'list contains,contains,starts with,ends with,matches,not,is defined,even,odd,all,any'.split(','),
);

const known = new Map<string, string>();
const MOST_KNOWN = 2000;

/**
 * An expression whose filters feelin evaluates for each item, as the engine does. Of `list[f(item)]` feelin calls `f` once,
 * without an item, because the answer might be a position: what can only be yes or no is written `list[f(item) = true]`.
 */
export function withTestedFilters(feel: string): string {
  if (!feel.includes('[')) return feel;
  const before = known.get(feel);
  if (before !== undefined) return before;
  const written = rewrite(feel);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(feel, written);
  return written;
}

function rewrite(feel: string): string {
  const ends: number[] = [];
  parseExpression(feel, {}, 'camunda').iterate({
    enter({ name, node }) {
      // expression "[" filter "]"
      const filter = name === 'FilterExpression' ? node.lastChild?.prevSibling : undefined;
      if (filter && isTest(filter.name, feel.slice(filter.from, filter.to))) ends.push(filter.to);
    },
  });
  return ends
    .sort((a, b) => b - a)
    .reduce((text, end) => `${text.slice(0, end)} = true${text.slice(end)}`, feel);
}

function isTest(kind: string, text: string): boolean {
  if (kind === 'PathExpression') return text.startsWith('item.');
  const [called = ''] = text.split('(');
  return kind === 'FunctionInvocation' && ASKING.has(called.trim().replace(/\s+/g, ' '));
}
