import type { Visit } from '../../../../web-modeler/scenario/api.ts';
import {
  type Played,
  play,
  type Scenario,
  type Surroundings,
} from '../../../../web-modeler/scenario/play.ts';
import { goodAnswer } from '../../../process/support/good-case.ts';

type Answer = Record<string, unknown>;
type Json = Scenario['choices'][number]['answer'];

/** A scenario that is played further step by step, as somebody does on the page. */
export interface Journey {
  /** The step that is open (for that body, where several are). */
  open(elementId: string, body?: string): Promise<Visit>;
  finish(on: string, elementId: string, answer: Answer, body?: string): Promise<void>;
  /** Finishes whatever is open as a good case would, until it is over. @returns the end event */
  toTheEnd(on: string, differs?: Record<string, Answer>): Promise<string>;
  /** Lets the time pass while nobody acts. */
  waitUntil(day: string): void;
  now(): Promise<Played>;
}

const MOST_STEPS = 60;

export function journey(
  surroundings: Surroundings,
  start: { application?: unknown; processId?: string; variables?: Answer; filedOn: string },
): Journey {
  const { application, processId = 'project-application', variables = {}, filedOn } = start;
  const scenario: Scenario = {
    ...{ processId, filedOn, choices: [], until: null },
    variables: { ...variables, application },
  };
  let played: Promise<Played> | undefined;
  const now = () => {
    played ??= play(scenario, surroundings);
    return played;
  };
  const choose = (on: string, { key }: Visit, { outcome, ...answer }: Answer) => {
    const choice = { on, visit: key, outcome: String(outcome), answer: answer as Json };
    scenario.choices.push(choice);
    scenario.until = null;
    played = undefined;
  };
  const openVisits = async () => (await now()).visits.filter(({ closedOn }) => closedOn === null);
  const open = async (elementId: string, body?: string) => {
    const visits = await openVisits();
    const found = visits.find((v) => v.elementId === elementId && (!body || v.body === body));
    if (found) return found;
    const names = visits.map((v) => `${v.elementId} ${v.body}`).join(', ');
    throw new Error(`${elementId} is not open, but ${names || 'nothing'}`);
  };
  return {
    ...{ now, open },
    async finish(on, elementId, answer, body) {
      choose(on, await open(elementId, body), answer);
      await now();
    },
    async toTheEnd(on, differs = {}) {
      for (let left = MOST_STEPS; left > 0; left -= 1) {
        const visits = await openVisits();
        if (visits.length === 0) break;
        for (const visit of visits) {
          choose(on, visit, differs[visit.elementId] ?? goodAnswer(visit.elementId));
        }
      }
      return endOf(await now());
    },
    waitUntil(day) {
      scenario.until = day;
      played = undefined;
    },
  };
}

/** The end event a scenario came to; why it did not, where it did not. */
export function endOf({ happenings, ended }: Played): string {
  const end = happenings.find(({ kind }) => kind === 'end');
  if (ended && end) return String(end.elementId);
  return happenings.find(({ kind }) => kind === 'stuck')?.text ?? 'goes on';
}

/** Who decided what, as the process tests list it: "step body", sorted. */
export function decided({ visits }: Played): string[] {
  return visits
    .filter(({ outcome }) => outcome !== null)
    .map(({ elementId, body }) => `${elementId} ${body}`)
    .sort();
}

/** The steps in the order in which they were opened. */
export function orderOfSteps({ visits }: Played): string[] {
  return visits.map(({ elementId }) => elementId);
}
