import { z } from 'zod';
import type { Search } from './client.ts';

const INDEX = 'tasklist-list-view-8.6.0_';
const ALIAS = `${INDEX}alias`;
const ASIDE = 'mended-tasklist-list-view';
const DATES = ['creationTime', 'completionTime', 'dueDate', 'followUpDate'];
const FORMAT = 'date_time || date_time_no_millis || epoch_millis';
const ONE_NODE = { number_of_replicas: 0 };

const mappingsSchema = z.looseObject({
  _meta: z.looseObject({ whole: z.boolean().optional() }).optional(),
  properties: z.record(z.string(), z.looseObject({})),
});
type Mappings = z.infer<typeof mappingsSchema>;
const indexSchema = z.record(z.string(), z.object({ mappings: mappingsSchema }));
const countSchema = z.object({ count: z.number() });

/**
 * Lets Tasklist's task index accept a date on an exact second. 8.6.0 writes such a date without
 * milliseconds, its own index refuses that, and from then on the importer shows no new task at all
 * (camunda/camunda#27237). A field's format cannot be changed, so the index is made anew.
 *
 * May be interrupted anywhere and called again: documents are copied aside before the index goes,
 * and what lies aside whole is brought back. Call it while nobody writes: before the web applications
 * run, and once more when they have made an empty index on the very first start.
 * @returns whether the index is there (and sound now)
 */
export async function mendDates(search: Search): Promise<boolean> {
  const aside = await mappingsOf(search, ASIDE);
  const copied = aside?._meta?.whole === true;
  const current = await mappingsOf(search, INDEX);
  const mappings = current ?? (copied ? aside : undefined);
  if (mappings === undefined) return false;
  if (isSound(current) && !copied) return true;

  if (!isSound(current)) {
    const keep = copied || (current !== undefined && (await copyAside(search, current)));
    if (current !== undefined) await search.call('DELETE', INDEX);
    await search.call('PUT', INDEX, {
      aliases: { [ALIAS]: {} },
      mappings: mended(mappings),
      settings: ONE_NODE,
    });
    if (!keep) return true;
  }
  await reindex(search, ASIDE, INDEX);
  await search.call('DELETE', ASIDE);
  return true;
}

async function mappingsOf(search: Search, index: string): Promise<Mappings | undefined> {
  if (!(await search.exists(index))) return undefined;
  return indexSchema.parse(await search.call('GET', index))[index]?.mappings;
}

function isSound(mappings: Mappings | undefined): boolean {
  return DATES.every((field) => mappings?.properties[field]?.format === FORMAT);
}

function mended({ _meta, ...mappings }: Mappings): Mappings {
  const dates = DATES.map((field) => [field, { ...mappings.properties[field], format: FORMAT }]);
  return { ...mappings, properties: { ...mappings.properties, ...Object.fromEntries(dates) } };
}

/** @returns false when there was nothing to copy */
async function copyAside(search: Search, mappings: Mappings): Promise<boolean> {
  const { count } = countSchema.parse(await search.call('GET', `${INDEX}/_count`));
  if (count === 0) return false;
  if (await search.exists(ASIDE)) await search.call('DELETE', ASIDE);
  await search.call('PUT', ASIDE, { mappings, settings: ONE_NODE });
  await reindex(search, INDEX, ASIDE);
  await search.call('PUT', `${ASIDE}/_mapping`, { _meta: { whole: true } });
  return true;
}

async function reindex(search: Search, from: string, to: string): Promise<void> {
  await search.call('POST', '_reindex?refresh=true', {
    source: { index: from },
    dest: { index: to },
  });
}
