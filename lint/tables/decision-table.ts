import { articleProblem } from '../../law/article.ts';
import type { Row } from '../../models/dmn.ts';
import type { TableRule } from '../rule.ts';
import { isChinese } from '../text.ts';

/** A table whose every part has an id (camunda#36900) and a Chinese name, and whose rules cite the law. */
export const decisionTable: TableRule = {
  id: 'decision-table',
  kind: 'table',
  severity: 'error',
  legal: false,
  check: ({ id, name, table }, { regulation }, report) => {
    if (!isChinese(name)) report(id, '请填写决策的中文名称。');
    if (!table) {
      report(id, '请改用决策表，其他写法无法对照条文检查。');
      return;
    }
    const identified = (part: string | undefined, what: string): void => {
      if (part === undefined) report(id, `${what}没有编号（id），引擎会拒绝或无法评估，请补上。`);
    };
    for (const column of [...table.inputs, ...table.outputs]) {
      identified(column.id, `列“${column.label || column.name}”`);
      if (!isChinese(column.label)) report(column.id ?? id, '请填写列的中文名称。');
      if (column.type === '') report(column.id ?? id, `请写明列“${column.label}”的数据类型。`);
    }
    for (const [index, row] of table.rows.entries()) {
      identified(row.id, `第 ${index + 1} 行`);
      for (const cell of [...row.inputs, ...row.outputs]) {
        identified(cell.id, `第 ${index + 1} 行的单元格`);
      }
      const problem = citationProblem(row, regulation);
      if (problem) report(row.id ?? id, `第 ${index + 1} 行：${problem}。`);
    }
  },
};

/** A rule's annotation begins with the article it stands on: `第四十二条：…`. */
function citationProblem(
  { annotation }: Row,
  regulation: Parameters<typeof articleProblem>[1],
): string | undefined {
  const [cited] = /^第[^：:，\s]*/.exec(annotation) ?? [];
  if (!cited) return '请在批注开头写明依据的条文，如“第四十二条：……”';
  return articleProblem(cited, regulation);
}
