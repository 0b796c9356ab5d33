import { useState } from 'preact/hooks';
import { Field } from '../../../site/page/ui/field.tsx';
import { tell } from '../../../site/page/ui/toasts.tsx';
import { applicationOf, CATEGORIES, type Example, KINDS, unitsOf } from './application.ts';
import type { Supposed } from './supposed.ts';

type Props = {
  scenario: Supposed;
  examples: Example[];
  change(some: Partial<Supposed>): void;
};

const VERSIONS = { saved: '已保存的（草稿）', published: '正在使用的', shipped: '出厂的' } as const;

/** What is supposed: the project, the day it is filed on, and the models it goes through. */
export function Inputs({ scenario, examples, change }: Props) {
  const { differs, filedOn, at, compared, choices } = scenario;
  const { investment, kind, category, applicantUnit } = applicationOf(scenario, examples);
  const units = unitsOf(examples);
  const ownUnits = units.find(({ label }) => label.startsWith(`${applicantUnit}（`));
  const differ = (some: Supposed['differs']) => change({ differs: { ...differs, ...some } });

  return (
    <section class="scenario-inputs" aria-label="设想的项目">
      <h2>设想的项目</h2>
      <Field label="从样例开始">
        <select
          value={scenario.example}
          onChange={({ currentTarget }) => change({ example: currentTarget.value, differs: {} })}
        >
          {examples.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </Field>
      <Field label="申报单位">
        <select
          value={ownUnits?.example}
          onChange={({ currentTarget }) => differ({ unitsOf: currentTarget.value })}
        >
          {units.map(({ example, label }) => (
            <option key={example} value={example}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Amount value={investment} become={(value) => differ({ investment: value })} />
      <Field label="项目类型">
        <Codes table={KINDS} value={kind} become={(value) => differ({ kind: value })} />
      </Field>
      <Field label="建设内容类别">
        <Codes
          table={CATEGORIES}
          value={category}
          become={(value) => differ({ category: value })}
        />
      </Field>
      <Field label="申报日">
        <input
          type="date"
          required
          value={filedOn}
          onChange={({ currentTarget }) => {
            if (currentTarget.value) change({ filedOn: currentTarget.value });
          }}
        />
      </Field>

      <h2>所用的模型</h2>
      <Field label="版本">
        <select
          value={at}
          onChange={({ currentTarget }) => change({ at: readAt(currentTarget.value) })}
        >
          {Object.entries(VERSIONS).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <label class="check">
        <input
          type="checkbox"
          checked={compared}
          onChange={({ currentTarget }) => change({ compared: currentTarget.checked })}
        />
        与正在使用的版本对照
      </label>

      <div class="scenario-buttons">
        <button type="button" onClick={copyLink}>
          复制链接
        </button>
        <button
          type="button"
          disabled={choices.length === 0}
          onClick={() => change({ choices: [], until: null })}
        >
          从头再来
        </button>
      </div>
    </section>
  );
}

function copyLink(): void {
  navigator.clipboard.writeText(location.href).then(
    () => tell('链接已复制，打开它会看到同样的推演。'),
    () => tell('浏览器不允许复制，请从地址栏复制链接。'),
  );
}

function readAt(value: string): Supposed['at'] {
  return value === 'published' || value === 'shipped' ? value : 'saved';
}

function Amount({ value, become }: { value: number; become(value: number): void }) {
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && !(Number(typed) > 0);
  return (
    <Field label="总投资（万元）" problem={wrong ? '请填写大于 0 的数。' : undefined}>
      <input
        type="number"
        min="0"
        step="any"
        value={typed ?? String(value)}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (Number(currentTarget.value) > 0) become(Number(currentTarget.value));
        }}
        onBlur={() => setTyped(undefined)}
      />
    </Field>
  );
}

type CodesProps = { table: Record<string, string>; value: string; become(value: string): void };

function Codes({ table, value, become }: CodesProps) {
  return (
    <select value={value} onChange={({ currentTarget }) => become(currentTarget.value)}>
      {Object.entries(table).map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}
