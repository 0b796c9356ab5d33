import { useState } from 'preact/hooks';
import { ChangedText } from './changed-text.tsx';
import type { Compared } from './comparison.tsx';
import { type FormField, readFields } from './fields.ts';
import { LineComparison } from './line-comparison.tsx';
import { MergedLegend } from './merged-legend.tsx';
import { fateOf, type Pair, pairUp } from './pairs.ts';

/** The parts of a form with both texts in one table, and the file line by line below. */
export function FormComparison(compared: Compared) {
  const before = compared.before === null ? [] : readFields(compared.before);
  const after = compared.after === null ? [] : readFields(compared.after);
  const [all, setAll] = useState(false);
  if (!before || !after) return <LineComparison {...compared} />;
  const pairs = pairUp(before, after);
  const shown = all ? pairs : pairs.filter(differs);
  return (
    <div class="merged">
      <MergedLegend {...compared} />
      <label class="inline-field">
        <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
        同时显示没有变化的部分
      </label>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">显示的文字</th>
            <th scope="col">数据项</th>
            <th scope="col">类型</th>
            <th scope="col">其他设置</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((pair) => (
            <Row key={pair.id} pair={pair} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p class="empty">各部分的内容没有变化，只调整了排列。</p>}
      <details>
        <summary>逐行比较文件</summary>
        <LineComparison {...compared} />
      </details>
    </div>
  );
}

const TYPE_WORDS: Record<string, string> = {
  group: '分组',
  text: '说明文字',
  textfield: '单行文本',
  textarea: '多行文本',
  number: '数字',
  datetime: '日期',
  select: '下拉选择',
  radio: '单选',
  checkbox: '勾选',
  checklist: '多选',
  taglist: '多选标签',
  dynamiclist: '明细列表',
  table: '表格',
  separator: '分隔线',
  spacer: '空白',
  documentPreview: '文件预览',
  filepicker: '上传文件',
  expression: '计算项',
  html: '网页内容',
  image: '图片',
  button: '按钮',
  iframe: '内嵌网页',
};

function differs({ before, after }: Pair<FormField>): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function Row({ pair }: { pair: Pair<FormField> }) {
  const { before, after } = pair;
  return (
    <tr class={`fate-${fateOf(pair)}`}>
      <td class="long">
        <ChangedText before={before?.label} after={after?.label} />
      </td>
      <td class="id">
        <ChangedText before={before?.key} after={after?.key} />
      </td>
      <td>
        <ChangedText before={typeOf(before)} after={typeOf(after)} />
      </td>
      <td class="settings">
        <ChangedText before={before?.rest} after={after?.rest} />
      </td>
    </tr>
  );
}

function typeOf(field: FormField | undefined): string | undefined {
  return field && (TYPE_WORDS[field.type] ?? field.type);
}
