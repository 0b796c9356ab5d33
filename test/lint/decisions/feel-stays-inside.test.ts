import { describe, expect, test } from '@jest/globals';
import { feelStaysInside } from '../../../lint/decisions/feel-stays-inside.ts';
import { readTablesTree } from '../../../models/dmn.ts';
import { context } from '../context.ts';
import { overLimitTable } from '../tables/table.ts';

const EXTERNAL = 'function(x) external { java: {} }';

function dmn(inside: string, more = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions" name="d" namespace="urn:t"${more}>
      ${inside}
    </definitions>`;
}

async function check(source: string): Promise<string[]> {
  const found: string[] = [];
  const { definitions } = await readTablesTree(source);
  feelStaysInside.check(definitions, context(), (id, message) => found.push(`${id} ${message}`));
  return found;
}

describe('feel-stays-inside', () => {
  test('valid', async () => {
    expect(await check(overLimitTable())).toEqual([]);
  });

  test.each([
    [
      'in a literal expression',
      dmn(
        `<decision id="d"><literalExpression id="e"><text>${EXTERNAL}</text></literalExpression></decision>`,
      ),
      'e 请改写表达式：其中定义了外部函数',
    ],
    [
      'in business knowledge of kind Java',
      dmn(`<businessKnowledgeModel id="b"><encapsulatedLogic id="f" kind="Java">
        <literalExpression id="e"><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>`),
      'f 请改写表达式：函数的种类是“Java”',
    ],
    [
      'in a context',
      dmn(`<decision id="d"><context id="c"><contextEntry id="x">
        <literalExpression id="e"><text>"java.lang.Math"</text></literalExpression></contextEntry></context></decision>`),
      'e 请改写表达式：其中有 Java 的名称',
    ],
    [
      'another language',
      dmn('<decision id="d" />', ' expressionLanguage="javascript"'),
      'Definitions 请改写表达式：表达式语言是“javascript”',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await check(source)).toEqual([expect.stringContaining(expected)]);
  });
});
