import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Choice } from '../../../web-modeler/scenario/api.ts';
import { ScenarioError } from '../../../web-modeler/scenario/faults.ts';
import { type Played, play, type Surroundings } from '../../../web-modeler/scenario/play.ts';
import { anApplication, ENTERPRISE, XIUSHUI } from '../../process/support/application.ts';
import { surroundings } from './support/surroundings.ts';

let world: Surroundings;

beforeAll(async () => {
  world = await surroundings();
});

const application = fc
  .record({
    investment: fc.constantFrom(150, 199.999999, 200, 600, 900, 4999, 5000, 9000),
    kind: fc.constantFrom('construction', 'construction', 'equipment', 'operations'),
    category: fc.constantFrom('other', 'infrastructure', 'integration'),
    unit: fc.constantFrom({}, {}, ENTERPRISE, XIUSHUI),
    flawed: fc.constantFrom({}, {}, {}, { quotes: [] }, { classified: true }),
  })
  .map(({ unit, flawed, ...facts }) => anApplication({ ...facts, ...unit, ...flawed }));

/** Which open step is finished next, how, and after how many days. */
const step = fc.record({ which: fc.nat(20), how: fc.nat(20), days: fc.nat(25), value: fc.nat(9) });
const steps = fc.array(step, { maxLength: 45 });

test('whatever people choose, a walk goes on, ends, or tells why it is stuck; clocks are the calendar’s', async () => {
  await fc.assert(
    fc.asyncProperty(application, steps, async (filed, moves) => {
      const scenario = {
        ...{ processId: 'project-application', filedOn: '2031-03-03', until: null },
        variables: { application: filed },
      };
      const choices: Choice[] = [];
      let day = scenario.filedOn;
      let played = await play({ ...scenario, choices }, world);
      for (const { which, how, days, value } of moves) {
        const open = played.visits.filter(({ closedOn }) => closedOn === null);
        const visit = open[which % Math.max(1, open.length)];
        const outcome = visit?.outcomes[how % visit.outcomes.length];
        if (!visit || !outcome) break;
        day = world.calendar.addWorkingDays(day, Math.min(days, 12)).deadline;
        const answer = Object.fromEntries(
          visit.fields
            .filter(({ outcomes, kind }) => outcomes.includes(outcome.value) && kind === 'choice')
            .map(({ key, values }) => [
              key,
              values[value % Math.max(1, values.length)]?.value ?? null,
            ]),
        );
        const choice = { on: day, visit: visit.key, outcome: outcome.value, answer };
        try {
          played = await play({ ...scenario, choices: [...choices, choice] }, world);
          choices.push(choice);
        } catch (error) {
          if (!(error instanceof ScenarioError)) throw error;
          expect(error.code).toBe('bad-choice');
        }
        check(played);
      }
    }),
    { numRuns: 25 },
  );
}, 300_000);

function check({ visits, happenings, ended, days }: Played): void {
  const open = visits.filter(({ closedOn }) => closedOn === null);
  const stuck = happenings.filter(({ kind }) => kind === 'stuck');
  expect(stuck).toEqual([]);
  expect(ended).toBe(open.length === 0);
  expect(new Set(visits.map(({ key }) => key)).size).toBe(visits.length);
  for (const visit of visits) {
    const { openedOn, closedOn, deadline, limitDays, extendedBy, usedBefore, used, lamps } = visit;
    expect(closedOn === null || closedOn >= openedOn).toBe(true);
    expect(used === null || used >= 0).toBe(true);
    expect(usedBefore).toBeGreaterThanOrEqual(0);
    if (limitDays === null) expect([deadline, lamps]).toEqual([null, []]);
    else {
      const left = Math.max(0, limitDays + extendedBy - usedBefore);
      expect(deadline).toBe(world.calendar.addWorkingDays(openedOn, left).deadline);
    }
    // The lamps are those the workers' reminders tell.
    const told = happenings
      .filter((happening) => happening.kind === 'lamp' && happening.visit === visit.key)
      .map(({ on }) => on);
    const now = happenings.at(-1)?.on ?? openedOn;
    expect(told).toEqual(lamps.map(({ on }) => on).filter((on) => on <= (closedOn ?? now)));
  }
  expect(days[0]?.date).toBe('2031-03-03');
}
