import { useState } from 'preact/hooks';
import { ProblemLine } from '../../../site/page/ui/field.tsx';
import { useAction } from '../../../site/page/ui/use-action.ts';
import type { Choice, Visit } from '../api.ts';
import { type Application, asJson } from './application.ts';
import { dayAfter, type Played } from './playing.ts';
import { Step } from './step.tsx';
import type { Supposed } from './supposed.ts';

type Props = {
  played: Played;
  scenario: Supposed;
  /** The application with what it lacks. */
  supplemented(): Application;
  act(choices: Choice[]): void;
  change(some: Partial<Supposed>): void;
  goOn(): Promise<void>;
  select(key: string): void;
};

/** What could happen next: each open step with its outcomes, or time that passes while nobody acts. */
export function NextSteps(props: Props) {
  const { played, scenario, act, change, goOn, select, supplemented } = props;
  const { busy, problem, run } = useAction();
  const open = played.visits.filter(({ closedOn }) => closedOn === null);
  const { choices, until } = scenario;
  const groups = inOrder(alike(open));
  const [chosen, setChosen] = useState<string>();
  const unfolded = groups.find(([visit]) => visit?.key === chosen) ?? groups[0];

  function undo(): void {
    if (until !== null) change({ until: null });
    else change({ choices: choices.slice(0, -1) });
  }

  return (
    <section class="next-steps" aria-label="下一步">
      <header>
        <h2>下一步</h2>
        <button type="button" disabled={choices.length === 0 && until === null} onClick={undo}>
          撤销上一步
        </button>
      </header>
      {open.length === 0 && <p class="muted">没有待办的环节。</p>}
      {groups.map((visits) => (
        <Step
          key={visits[0]?.key}
          unfolded={visits === unfolded}
          unfold={() => setChosen(visits[0]?.key)}
          visits={visits}
          firstDay={latest(visits, choices)}
          now={until ?? ''}
          supplemented={() => ({ application: asJson(supplemented()) })}
          act={act}
          select={select}
        />
      ))}
      {open.length > 0 && (
        <div class="next-time">
          <button type="button" disabled={busy} onClick={() => run(goOn)}>
            {busy ? '正在推算……' : '顺利办到下一个有时限的环节'}
          </button>
          <Passing
            from={open.reduce((day, visit) => max(day, dayAfter(visit, choices)), scenario.filedOn)}
            pass={(day) => change({ until: day })}
          />
          <ProblemLine problem={problem} />
        </div>
      )}
    </section>
  );
}

function Passing({ from, pass }: { from: string; pass(day: string): void }) {
  const [day, setDay] = useState('');
  return (
    <form
      class="next-passing"
      onSubmit={(event) => {
        event.preventDefault();
        if (day) pass(day);
      }}
    >
      <label>
        一直无人办理到
        <input
          type="date"
          min={from}
          value={day}
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={!day}>
        看会怎样
      </button>
    </form>
  );
}

/** Open steps of one element of several bodies are finished together or each by itself. */
function alike(open: Visit[]): Visit[][] {
  const groups = new Map<string, Visit[]>();
  for (const visit of open) {
    const name = `${visit.processId}/${visit.elementId}`;
    groups.set(name, [...(groups.get(name) ?? []), visit]);
  }
  return [...groups.values()];
}

/** Steps with a limit first: they are what a scenario is about. */
function inOrder(groups: Visit[][]): Visit[][] {
  const timed = ([visit]: Visit[]) => Number((visit?.limitDays ?? null) === null);
  return groups.sort((a, b) => timed(a) - timed(b));
}

function latest(visits: Visit[], choices: Choice[]): string {
  return visits.reduce((day, visit) => max(day, dayAfter(visit, choices)), '');
}

function max(a: string, b: string): string {
  return a > b ? a : b;
}
