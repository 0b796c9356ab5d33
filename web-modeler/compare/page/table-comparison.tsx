import { ChangedText } from './changed-text.tsx';
import type { Compared } from './comparison.tsx';
import { LineComparison } from './line-comparison.tsx';
import { MergedLegend } from './merged-legend.tsx';
import { fateOf, type Pair, pairUp } from './pairs.ts';
import { readTables, type Table } from './tables.ts';

/** Decision tables with both texts in one: changed cells show the old value struck out before the new. */
export function TableComparison(compared: Compared) {
  const before = compared.before === null ? [] : readTables(compared.before);
  const after = compared.after === null ? [] : readTables(compared.after);
  const pairs = pairUp(before, after);
  if (pairs.length === 0) return <LineComparison {...compared} />;
  return (
    <div class="merged">
      <MergedLegend {...compared} />
      {pairs.map((pair) => (
        <Decision key={pair.id} pair={pair} />
      ))}
    </div>
  );
}

function Decision({ pair: { before, after } }: { pair: Pair<Table> }) {
  const columns = pairUp(before?.columns ?? [], after?.columns ?? []);
  const rules = pairUp(before?.rules ?? [], after?.rules ?? []);
  return (
    <table class="table decision">
      <caption>
        <ChangedText before={before?.name} after={after?.name} />
        （命中规则：
        <ChangedText before={before?.hitPolicy} after={after?.hitPolicy} />）
      </caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" class={`fate-${fateOf(column)}`}>
              <ChangedText before={column.before?.label} after={column.after?.label} />
              <span class="id">
                <ChangedText before={column.before?.expression} after={column.after?.expression} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, index) => (
          <tr key={rule.id} class={`fate-${fateOf(rule)}`}>
            <th scope="row">{index + 1}</th>
            {columns.map(({ id }) => (
              <td key={id}>
                <ChangedText
                  before={rule.before?.cells.get(id)}
                  after={rule.after?.cells.get(id)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
