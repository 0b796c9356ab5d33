import type { Visit } from '../api.ts';

/** What a step has under the published models. */
export type Difference = { deadline: string | null; limitDays: number | null; missing: boolean };

/** Where the published models give the same step another limit or deadline, or do not have it; by visit. */
export function differencesOf(visits: Visit[], published: Visit[]): Map<string, Difference> {
  const others = new Map(published.map((visit) => [visit.key, visit]));
  return new Map(
    visits.flatMap(({ key, deadline, limitDays }): [string, Difference][] => {
      const other = others.get(key);
      if (!other) return [[key, { deadline: null, limitDays: null, missing: true }]];
      if (other.deadline === deadline && other.limitDays === limitDays) return [];
      return [[key, { deadline: other.deadline, limitDays: other.limitDays, missing: false }]];
    }),
  );
}
