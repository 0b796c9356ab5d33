import type { Decision, Row } from '../../models/dmn.ts';
import { cellHolds } from '../../models/feel.ts';
import { Stuck } from './faults.ts';
import { calculated, type Variables } from './feel.ts';

/** What a table answered, and what is noted beside the rows that did. */
export type Decided = { value: unknown; annotations: string[] };

type Table = NonNullable<Decision['table']>;

/** How a table's matching rows become its answer, by its hit policy; those of our models. */
const POLICIES: Record<string, (rows: Row[], table: Table, variables: Variables) => unknown> = {
  UNIQUE: (rows, table, variables) => {
    if (rows.length > 1) {
      throw new Stuck(`有 ${rows.length} 行同时符合，而这张表只许一行符合，请改正决策表。`);
    }
    return rows[0] === undefined ? null : answerOf(rows[0], table, variables);
  },
  COLLECT: (rows, table, variables) => rows.map((row) => answerOf(row, table, variables)),
};

/** The hit policies a scenario knows. */
export const HIT_POLICIES = Object.keys(POLICIES);

/**
 * Decides as the engine does: every input against every row's cell.
 * @throws Stuck when it is no table, of another hit policy, or answers ambiguously
 */
export function decide({ id, table }: Decision, variables: Variables): Decided {
  if (!table) throw new Stuck(`“${id}”不是决策表，本设想不能计算。`);
  const policy = POLICIES[table.hitPolicy];
  if (!policy) throw new Stuck(`“${id}”的命中策略 ${table.hitPolicy} 不在本设想所支持的范围内。`);
  const values = table.inputs.map(({ name }) => calculated(`=${name}`, variables));
  const rows = table.rows.filter(({ inputs }) =>
    inputs.every((cell, i) => cellHolds(cell.text, values[i])),
  );
  return {
    value: policy(rows, table, variables),
    annotations: rows.flatMap(({ annotation }) => annotation || []),
  };
}

/** One output stands for itself, several are a context, as the engine's tables answer. */
function answerOf({ outputs }: Row, table: Table, variables: Variables): unknown {
  const entries = table.outputs.map(({ name }, i) => {
    const source = outputs[i]?.text.trim() || 'null';
    return [name, calculated(`=${source}`, variables)] as const;
  });
  const [only, ...others] = entries;
  return others.length === 0 ? only?.[1] : Object.fromEntries(entries);
}
