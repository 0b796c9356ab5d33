import { type Decision, readDecisions } from '../../models/dmn.ts';
import type { Renderer } from './render.ts';

const STYLE = `body{margin:0;background:white;font:14px sans-serif}
main{display:inline-block;padding:16px}
table{border-collapse:collapse}td,th{border:1px solid #666;padding:4px 10px;text-align:left}
th{background:#eef}th small{display:block;font-weight:normal}td{white-space:pre-wrap}`;

/** Draws the decision tables of a file as plain HTML tables, one picture in all. */
export const renderDmn: Renderer = async (page, source) => {
  const { decisions, warnings } = await readDecisions(source);
  const body = decisions.map(table).join('');
  await page.setContent(`<!doctype html><style>${STYLE}</style><main>${body}</main>`);
  return { pictures: [{ png: await page.locator('main').screenshot() }], warnings };
};

function table({ id, name, table }: Decision): string {
  const title = `<h3>${html(name)} <small>${html(id)}</small></h3>`;
  if (!table) return `${title}<p>不是决策表</p>`;
  const columns = [...table.inputs, ...table.outputs]
    .map((column) => `<th>${html(column.label)}<small>${html(column.name)}</small></th>`)
    .join('');
  const rows = table.rows
    .map((row, index) => {
      const cells = [...row.inputs, ...row.outputs].map((cell) => cell.text);
      return `<tr>${[String(index + 1), ...cells, row.annotation]
        .map((cell) => `<td>${html(cell)}</td>`)
        .join('')}</tr>`;
    })
    .join('');
  const policy = html(table.hitPolicy);
  return `${title}<table><tr><th>${policy}</th>${columns}<th>依据</th></tr>${rows}</table>`;
}

function html(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
