import type { Decision } from '../../models/dmn.ts';
import { cellHolds, feelValue } from '../../models/feel.ts';
import type { TableRule } from '../rule.ts';
import { listed } from '../text.ts';

type Table = NonNullable<Decision['table']>;
type Values = Record<string, unknown>;

/** A table splits where the regulation does, and answers what it requires, at every edge. */
export const regulationThresholds: TableRule = {
  id: 'regulation-thresholds',
  kind: 'table',
  severity: 'error',
  legal: true,
  check: ({ id, table }, { regulation }, report) => {
    const required = regulation.decisions[id];
    if (!table) return;
    if (!required) {
      report(id, '对照表没有这个决策，请在 law/regulation.yaml 的 decisions 下补充。');
      return;
    }
    for (const [input, wanted] of Object.entries(required.splits)) {
      const found = numbersOf(table, input);
      if (String(found) !== String(wanted)) {
        report(
          id,
          `${input} 的分界值不一致：决策表为 ${listed(found)}，对照表为 ${listed(wanted)}。`,
        );
      }
    }
    for (const { when, answer } of required.cases) {
      const answers = decide(table, when);
      if (!answers.some((given) => agrees(given, answer))) {
        const found = answers.length === 0 ? '没有结果' : answers.map(told).join('；');
        report(id, `${told(when)} 时结果不一致：决策表为 ${found}，对照表为 ${told(answer)}。`);
      }
      if (table.hitPolicy === 'UNIQUE' && answers.length > 1) {
        report(id, `${told(when)} 时有 ${answers.length} 行同时命中，应当只有一行。`);
      }
    }
  },
};

/** Every number in the tests of an input, ascending, once each. */
function numbersOf(table: Table, input: string): number[] {
  const column = table.inputs.findIndex(({ name }) => name === input);
  const tests = table.rows.map(({ inputs }) => inputs[column]?.text ?? '');
  const numbers = tests.flatMap((test) => test.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The outputs of every row that holds for the values. */
function decide(table: Table, when: Values): Values[] {
  return table.rows
    .filter(({ inputs }) =>
      table.inputs.every(({ name }, column) => cellHolds(inputs[column]?.text ?? '', when[name])),
    )
    .map(({ outputs }) =>
      Object.fromEntries(
        table.outputs.map(({ name }, column) => [name, feelValue(`=${outputs[column]?.text}`)]),
      ),
    );
}

function agrees(given: Values, wanted: Values): boolean {
  return Object.entries(wanted).every(([name, value]) => given[name] === value);
}

function told(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
