import { expect, test } from '@jest/globals';
import { anApplication, ENTERPRISE, SERVICE, XIUSHUI } from './support/application.ts';
import { endsOf } from './support/elements.ts';
import { file } from './support/project.ts';
import { workOff } from './support/reviewers.ts';
import { until } from './support/until.ts';
import { useWorld } from './support/use-world.ts';

const world = useWorld();

// Only so that a broken run does not hang for ever: a busy machine takes its time.
const LONGEST_MS = 900_000;

type Way = {
  differs: Record<string, unknown>;
  answers?: Record<string, Record<string, unknown>>;
  end: string;
  /** How many steps are decided on the way. */
  steps: number;
};

const refusedAt = (elementId: string) => ({
  [elementId]: { outcome: 'reject', opinion: '不同意' },
});

// The short ways come more often, so that the test stays short.
const WAYS: (Way & { times: number })[] = [
  { times: 3, differs: { investment: 150 }, end: 'End_Approved', steps: 15 },
  { times: 2, differs: { investment: 300 }, end: 'End_Approved', steps: 17 },
  { times: 1, differs: { investment: 6000 }, end: 'End_Approved', steps: 22 },
  { times: 2, differs: { ...ENTERPRISE, investment: 199 }, end: 'End_Approved', steps: 13 },
  { times: 3, differs: { ...SERVICE, investment: 80 }, end: 'End_Approved', steps: 14 },
  { times: 3, differs: { ...XIUSHUI, investment: 260 }, end: 'End_Approved', steps: 15 },
  {
    times: 2,
    differs: { investment: 700 },
    answers: refusedAt('Task_RecordProvincialReview'),
    end: 'End_ProvincialRejected',
    steps: 10,
  },
  {
    times: 20,
    differs: { investment: 180 },
    answers: refusedAt('Task_PreliminaryAppraisal'),
    end: 'End_AppraisalFailed',
    steps: 3,
  },
  {
    times: 54,
    differs: { investment: 120 },
    answers: refusedAt('Task_PreliminaryReview'),
    end: 'End_NotSupported',
    steps: 1,
  },
  { times: 50, differs: { ...XIUSHUI, investment: 90 }, end: 'End_CountyApproved', steps: 2 },
  {
    times: 60,
    differs: { ...XIUSHUI, investment: 60 },
    answers: refusedAt('Task_CountyDecision'),
    end: 'End_CountyRejected',
    steps: 1,
  },
];

test(
  'two hundred applications of mixed ways, started together, all come to their ends, and every decision is recorded once',
  async () => {
    const ways = WAYS.flatMap(({ times, ...way }) => Array<Way>(times).fill(way));
    expect(ways).toHaveLength(200);
    const works = await Promise.all(
      ways.map(async ({ differs, answers }) => ({
        project: await file(world, anApplication(differs)),
        differs: answers ?? {},
      })),
    );
    await workOff(world, works);

    const keys = works.map(({ project }) => project.processInstanceKey);
    const ends = await until('all ends to be exported', async () => {
      const exported = await endsOf(world.search, keys);
      return exported.size === keys.length ? exported : undefined;
    });
    expect(keys.map((key) => ends.get(key))).toEqual(ways.map(({ end }) => end));
    const kept = await keptOf(keys);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(200);
    expect(kept.map(({ visits, steps, open }) => ({ visits, steps, open }))).toEqual(
      ways.map(({ steps }) => ({ visits: steps, steps, open: 0 })),
    );
  },
  LONGEST_MS,
);

/** Of each project: its id, how many decisions there are and of how many visits, and what is open. */
async function keptOf(keys: string[]) {
  const { rows } = await world.database.query<{
    id: string;
    visits: number;
    steps: number;
    open: number;
  }>(
    `select project_id as id,
       (select count(*)::int from decisions d where d.project_id = p.project_id) as steps,
       (select count(distinct element_instance_key)::int from clocks c
         where c.project_id = p.project_id) as visits,
       (select count(*)::int from clocks c
         where c.project_id = p.project_id and c.closed_on is null) as open
     from unnest($1::text[]) with ordinality as wanted (key, place)
     join proceedings p on p.root_instance = wanted.key order by place`,
    [keys],
  );
  return rows;
}
