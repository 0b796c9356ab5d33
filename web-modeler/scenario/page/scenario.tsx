import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading } from '../../../site/page/ui/waiting.tsx';
import type { Choice, Happening } from '../api.ts';
import { applicationOf, type Example, supplemented } from './application.ts';
import { Diagram } from './diagram/diagram.tsx';
import { ExplainDialog } from './explain-dialog.tsx';
import { Inputs } from './inputs.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { NextSteps } from './next-steps.tsx';
import { goOnSmoothly, usePlaying } from './playing.ts';
import { type Supposed, toHash } from './supposed.ts';
import { Timeline } from './timeline.tsx';

type Props = { begun: Supposed; examples: Example[] };

/** One scenario: what is supposed on the left, what comes of it in the middle, where it stands on the right. */
export function Scenario({ begun, examples }: Props) {
  const [scenario, setScenario] = useState(begun);
  const [selected, setSelected] = useState<string>();
  const [explained, setExplained] = useState<string>();
  const [mail, setMail] = useState<Happening>();
  const playing = usePlaying(scenario, examples);
  const published = usePlaying(
    scenario.compared ? { ...scenario, at: 'published' } : undefined,
    examples,
  );
  useLink(scenario);
  const middle = useRef<HTMLElement>(null);
  const open = playing.played?.visits.findLast(({ closedOn }) => closedOn === null)?.key;
  // What is open now is what the next choice is about.
  useEffect(() => {
    const rows = middle.current?.querySelectorAll('.visit-open');
    if (open && rows) rows[rows.length - 1]?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const change = (some: Partial<Supposed>) => setScenario((before) => ({ ...before, ...some }));
  const act = (choices: Choice[]) => {
    // From here on the diagram follows what is open.
    setSelected(undefined);
    setScenario((before) => ({ ...before, choices: [...before.choices, ...choices], until: null }));
  };

  const { played, busy, problem } = playing;
  const visit = played?.visits.find(({ key }) => key === explained);
  return (
    <div class="scenario">
      <Inputs scenario={scenario} examples={examples} change={change} />
      <section ref={middle} class="scenario-middle" aria-label="办理经过" aria-busy={busy}>
        {problem && (
          <div class="message message-error" role="alert">
            <p>{problem}</p>
          </div>
        )}
        {played ? (
          <Timeline
            played={played}
            until={scenario.until}
            published={scenario.compared ? published : undefined}
            selected={selected}
            select={setSelected}
            explain={setExplained}
            read={setMail}
          />
        ) : (
          !problem && <Loading />
        )}
      </section>
      <aside class="scenario-right">
        {played && (
          <>
            <NextSteps
              key={`${scenario.choices.length} ${scenario.until}`}
              played={played}
              scenario={scenario}
              supplemented={() => supplemented(applicationOf(scenario, examples), examples)}
              act={act}
              change={change}
              goOn={async () =>
                change({ choices: await goOnSmoothly(scenario, examples), until: null })
              }
              select={setSelected}
            />
            <Diagram played={played} at={scenario.at} selected={selected} select={setSelected} />
          </>
        )}
      </aside>
      {played && visit && (
        <ExplainDialog visit={visit} days={played.days} onClose={() => setExplained(undefined)} />
      )}
      {mail?.mail && <MailDialog happening={mail} onClose={() => setMail(undefined)} />}
    </div>
  );
}

/** Keeps the page's address equal to the scenario, so that copying it shares the scenario. */
function useLink(scenario: Supposed): void {
  useEffect(() => {
    let current = true;
    toHash(scenario).then((hash) => {
      if (current && location.hash !== `#${hash}`)
        history.replaceState(history.state, '', `#${hash}`);
    });
    return () => {
      current = false;
    };
  }, [scenario]);
}
