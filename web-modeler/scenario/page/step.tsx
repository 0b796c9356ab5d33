import { useState } from 'preact/hooks';
import type { Choice, Field, Visit } from '../api.ts';
import { dayInWords } from './words.ts';

type Answer = Choice['answer'];

type Props = {
  /** The open visits to one step: one, or one for each body that is asked. */
  visits: Visit[];
  /** One step is unfolded at a time. */
  unfolded: boolean;
  unfold(): void;
  /** The first day it can be finished on. */
  firstDay: string;
  /** The day it stands at. */
  now: string;
  /** What the applicant would send where the application itself is corrected. */
  supplemented(): Answer;
  act(choices: Choice[]): void;
  select(key: string): void;
};

const MOST_DAYS = 60;
/** The step at which an application is corrected: what it writes is the application. */
const CORRECTION = 'Task_SupplementMaterials';

/** One open step; unfolded it asks 「在某日以某结论办结」. */
export function Step(props: Props) {
  const { visits, unfolded, unfold, select } = props;
  const [first] = visits;
  if (!first) return null;
  return (
    <section class="step">
      <button
        type="button"
        class="step-name"
        aria-expanded={unfolded}
        onClick={() => {
          unfold();
          // The diagram follows the step that is asked about.
          select(first.key);
        }}
      >
        <strong>{first.label}</strong>
        <span class="muted">
          {visits.length === 1 ? first.body : `${visits.length} 项`}
          {first.deadline && `，截止 ${first.deadline.slice(5)}`}
        </span>
      </button>
      {unfolded && <StepForm {...props} first={first} />}
    </section>
  );
}

function StepForm({ visits, first, firstDay, now, supplemented, act }: Props & { first: Visit }) {
  const [who, setWho] = useState('all');
  const [on, setOn] = useState(now > firstDay ? now : firstDay);
  const [outcome, setOutcome] = useState(first.outcomes[0]?.value ?? '');
  const [answer, setAnswer] = useState<Answer>({});

  const corrects = first.elementId === CORRECTION && outcome === 'submit';
  const fields = first.fields.filter(
    ({ outcomes, only }) =>
      outcomes.includes(outcome) && (only === null || answer[only.key] === only.value),
  );

  function submit(event: Event): void {
    event.preventDefault();
    const asked = Object.fromEntries(
      fields.flatMap(({ key }) => (answer[key] === undefined ? [] : [[key, answer[key]]])),
    );
    const chosen = visits.filter(({ key }) => who === 'all' || key === who);
    const full = corrects ? { ...asked, ...supplemented() } : asked;
    act(chosen.map(({ key }) => ({ on, visit: key, outcome, answer: full })));
  }

  return (
    <form class="step-form" onSubmit={submit}>
      {visits.length > 1 && (
        <label>
          办结
          <select value={who} onChange={({ currentTarget }) => setWho(currentTarget.value)}>
            <option value="all">全部 {visits.length} 项</option>
            {visits.map(({ key, body, openedOn }) => (
              <option key={key} value={key}>
                {body}（{openedOn} 开办）
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        在
        <input
          type="date"
          required
          min={firstDay}
          value={on}
          onInput={({ currentTarget }) => setOn(currentTarget.value)}
        />
        <span class="muted">{on && dayInWords(on).slice(-2)}</span>
        {first.deadline && first.deadline >= firstDay && on !== first.deadline && (
          <button type="button" class="link" onClick={() => setOn(first.deadline ?? on)}>
            改为截止日
          </button>
        )}
      </label>
      <label>
        以
        <select value={outcome} onChange={({ currentTarget }) => setOutcome(currentTarget.value)}>
          {first.outcomes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {fields.map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          value={answer[field.key]}
          become={(value) => setAnswer({ ...answer, [field.key]: value })}
        />
      ))}
      {corrects && <p class="muted">提交时按补齐缺项的材料计；也可以先在左侧改正申报内容。</p>}
      <button type="submit" class="primary">
        办结
      </button>
    </form>
  );
}

type FieldProps = {
  field: Field;
  value: Answer[string] | undefined;
  become(value: Answer[string]): void;
};

function FieldInput({ field: { key, label, kind, values }, value, become }: FieldProps) {
  if (kind === 'days') {
    return (
      <label>
        {label}
        <input
          type="number"
          min="1"
          max={MOST_DAYS}
          step="1"
          value={typeof value === 'number' ? value : 1}
          onInput={({ currentTarget }) => become(Number(currentTarget.value))}
        />
        个工作日
      </label>
    );
  }
  if (kind === 'choice') {
    return (
      <label>
        {label}
        <select
          value={typeof value === 'string' ? value : values[0]?.value}
          onChange={({ currentTarget }) => become(currentTarget.value)}
        >
          {values.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
    );
  }
  const chosen = Array.isArray(value) ? value : [];
  return (
    <details class="step-choices">
      <summary>
        {label}
        {chosen.length > 0 && `：已选 ${chosen.length} 项`}
      </summary>
      {values.map((option) => (
        <label key={`${key} ${option.value}`} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={({ currentTarget }) =>
              become(
                currentTarget.checked
                  ? [...chosen, option.value]
                  : chosen.filter((other) => other !== option.value),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </details>
  );
}
