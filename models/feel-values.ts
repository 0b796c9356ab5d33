import { parseExpression } from '@bpmn-io/feelin';
import { expression } from './feel.ts';

/** What an expression may answer, as far as it is written there: texts, and variables whose value it passes on. */
export type Values = { texts: string[]; variables: string[] };

type Tree = ReturnType<typeof parseExpression>['topNode'];

/** Functions whose answer holds what they are given. */
const PASSING = ['append', 'concatenate', 'distinct values', 'flatten', 'union'];

/**
 * The texts and variables that may come out of a Zeebe property, each branch of an `if` and each member of a list. What
 * is only asked (a condition, a comparison, a filter) is not among them, nor what is a field of something else.
 */
export function possibleValues(source: string): Values {
  const feel = expression(source);
  if (feel === undefined) return { texts: source === '' ? [] : [source], variables: [] };
  return valuesOf(parseExpression(feel, {}, 'camunda').topNode, feel);
}

function valuesOf(node: Tree, feel: string): Values {
  const text = feel.slice(node.from, node.to);
  switch (node.name) {
    case 'StringLiteral':
      return { texts: [text.slice(1, -1)], variables: [] };
    case 'VariableName':
      return { texts: [], variables: [text] };
    case 'Expression':
    case 'ParenthesizedExpression':
    case 'List':
    case 'PositionalParameters':
      return together(children(node), feel);
    case 'IfExpression': {
      // "if" condition "then" … "else" …
      const [, , ...branches] = children(node);
      return together(branches, feel);
    }
    case 'FunctionInvocation': {
      const [called, ...given] = children(node);
      const name = called && feel.slice(called.from, called.to).trim().replace(/\s+/g, ' ');
      return together(name !== undefined && PASSING.includes(name) ? given : [], feel);
    }
    default:
      return { texts: [], variables: [] };
  }
}

function together(nodes: Tree[], feel: string): Values {
  const all = nodes.map((node) => valuesOf(node, feel));
  return {
    texts: all.flatMap(({ texts }) => texts),
    variables: all.flatMap(({ variables }) => variables),
  };
}

function children(node: Tree): Tree[] {
  const found: Tree[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) found.push(child);
  return found;
}
