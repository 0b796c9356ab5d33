import { KIND_WORDS, STATE_WORDS } from '../../page/ui/words.ts';
import { EVERYTHING, type Filter, isShown } from './filter.ts';
import type { ModelSummary } from './groups.ts';

type Props = { all: ModelSummary[]; filter: Filter; shown: number; change(filter: Filter): void };
type Key = 'kind' | 'state' | 'check';
type Option<K extends Key> = readonly [value: NonNullable<Filter[K]>, label: string];

const CHECKS: Option<'check'>[] = [
  ['errors', '有错误'],
  ['warnings', '有提示'],
  ['clean', '检查通过'],
  ['shipped', '与随附版本不同'],
];

/** Search and filters of the library; each choice says how many models it would leave. */
export function FilterBar({ all, filter, shown, change }: Props) {
  function choices<K extends Key>(key: K, label: string, options: Option<K>[]) {
    return (
      <Choices
        label={label}
        chosen={filter[key]}
        options={options.map(([value, text]) => ({
          value,
          text,
          count: all.filter((model) => isShown(model, { ...filter, [key]: value })).length,
        }))}
        choose={(value) => change({ ...filter, [key]: value })}
      />
    );
  }

  return (
    <search class="filters">
      <input
        type="search"
        class="filter-text"
        aria-label="查找模型"
        placeholder="按名称、标识、修改人或修改说明查找"
        value={filter.text}
        onInput={(event) => change({ ...filter, text: event.currentTarget.value })}
      />
      {choices('kind', '类别', entriesOf(KIND_WORDS))}
      {choices('state', '状态', entriesOf(STATE_WORDS))}
      {choices('check', '检查', CHECKS)}
      <p class="filter-count" role="status">
        显示 {shown} 个，共 {all.length} 个
        {shown < all.length && (
          <button type="button" class="quiet" onClick={() => change(EVERYTHING)}>
            全部显示
          </button>
        )}
      </p>
    </search>
  );
}

function entriesOf<K extends string>(words: Record<K, string>): (readonly [K, string])[] {
  const keys: K[] = [];
  for (const key in words) keys.push(key);
  return keys.map((key) => [key, words[key]]);
}

type ChoicesProps<T> = {
  label: string;
  chosen: T | null;
  options: { value: T; text: string; count: number }[];
  choose(value: T | null): void;
};

function Choices<T extends string>({ label, chosen, options, choose }: ChoicesProps<T>) {
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {options.map(({ value, text, count }) => (
        <button
          key={value}
          type="button"
          aria-pressed={chosen === value}
          onClick={() => choose(chosen === value ? null : value)}
        >
          {text}
          <span class="choice-count">{count}</span>
        </button>
      ))}
    </fieldset>
  );
}
