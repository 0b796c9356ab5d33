import { useEffect, useState } from 'preact/hooks';
import type { z } from 'zod';
import { CHOSEN, OUTCOMES } from '../../../law/outcomes.ts';
import { call } from '../../../site/page/api.ts';
import { sentenceOf } from '../../../site/page/problem.ts';
import { unsavedTexts } from '../../page/unsaved-texts.ts';
import type { Choice, Visit } from '../api.ts';
import { scenarioRoutes } from '../api.ts';
import { applicationOf, asJson, type Example } from './application.ts';
import type { Supposed } from './supposed.ts';

export type Played = z.output<typeof scenarioRoutes.playScenario.answer>;

/** What the server made of a scenario. The last one that could be played stays while the next is not there. */
export type Playing = { played: Played | undefined; busy: boolean; problem: string | undefined };

/** Typing an amount asks once, not with every digit. */
const PAUSE_MS = 200;
const MOST_STEPS = 60;

/** Plays a scenario on the models of a version. Nothing is played without one. */
export function usePlaying(scenario: Supposed | undefined, examples: Example[]): Playing {
  const [playing, setPlaying] = useState<Playing>({
    ...{ played: undefined, busy: true, problem: undefined },
  });
  const asked = scenario ? JSON.stringify(bodyOf(scenario, examples)) : undefined;

  // The body says what is asked, whatever object it came in.
  useEffect(() => {
    if (!scenario) return;
    const aborted = new AbortController();
    setPlaying((before) => ({ ...before, busy: true }));
    const timer = setTimeout(() => {
      play(scenario, examples, aborted.signal).then(
        (played) => {
          if (!aborted.signal.aborted) setPlaying({ played, busy: false, problem: undefined });
        },
        (error) => {
          if (aborted.signal.aborted) return;
          setPlaying(({ played }) => ({ played, busy: false, problem: sentenceOf(error) }));
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
  }, [asked]);

  return playing;
}

/** The choices with which everything goes well from here to the next step that has a limit, or to the end. */
export async function goOnSmoothly(scenario: Supposed, examples: Example[]): Promise<Choice[]> {
  const choices = [...scenario.choices];
  for (let left = MOST_STEPS; left > 0; left -= 1) {
    const { visits } = await play({ ...scenario, choices, until: null }, examples);
    const open = visits.filter(({ closedOn }) => closedOn === null);
    const timed = open.some(({ limitDays }) => limitDays !== null);
    const moved = choices.length > scenario.choices.length;
    if (open.length === 0 || (timed && moved)) break;
    const next = open.flatMap((visit) => smoothChoice(visit, dayAfter(visit, choices)) ?? []);
    if (next.length === 0) break;
    choices.push(...next);
  }
  return choices;
}

/** The choice by which all goes well at a step; undefined when it offers none. */
function smoothChoice(visit: Visit, on: string): Choice | undefined {
  const values = visit.outcomes.map(({ value }) => value);
  const outcome = CHOSEN.find((one) => OUTCOMES[one].goesWell && values.includes(one)) ?? values[0];
  return outcome === undefined ? undefined : { on, visit: visit.key, outcome, answer: {} };
}

/** The first day on which a step can be finished without going back in time. */
export function dayAfter({ openedOn }: Visit, choices: Choice[]): string {
  const last = choices.reduce((latest, { on }) => (on > latest ? on : latest), '');
  return openedOn > last ? openedOn : last;
}

function play(scenario: Supposed, examples: Example[], signal?: AbortSignal): Promise<Played> {
  const body = bodyOf(scenario, examples);
  return call(scenarioRoutes.playScenario, { body, ...(signal ? { signal } : {}) });
}

function bodyOf(scenario: Supposed, examples: Example[]) {
  const { filedOn, choices, until, at } = scenario;
  return {
    ...{ filedOn, choices, until, at },
    // What is just being edited is tried in place of what was saved, not of what is in use.
    unsaved: at === 'saved' ? unsavedTexts() : [],
    application: asJson(applicationOf(scenario, examples)),
  };
}
