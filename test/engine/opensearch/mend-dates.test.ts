import { describe, expect, test } from '@jest/globals';
import type { Search } from '../../../engine/opensearch/client.ts';
import { mendDates } from '../../../engine/opensearch/mend-dates.ts';

const INDEX = 'tasklist-list-view-8.6.0_';
const AS_MADE = 'date_time || epoch_millis';
const SOUND = 'date_time || date_time_no_millis || epoch_millis';

type Mappings = { properties: Record<string, { format?: string }>; _meta?: object };
type Index = { mappings: Mappings; documents: string[]; aliases: object };

function taskIndex(documents: string[], format = AS_MADE): Index {
  const date = { type: 'date', format };
  return {
    aliases: { [`${INDEX}alias`]: {} },
    documents,
    mappings: {
      properties: {
        creationTime: date,
        completionTime: date,
        dueDate: date,
        followUpDate: date,
        join: { type: 'join' } as object,
      },
    },
  };
}

/** As much of OpenSearch as the mending uses. It dies before its n-th change, and works again after that. */
function anOpenSearch(indices: Record<string, Index>, diesAtChange = Number.POSITIVE_INFINITY) {
  let changes = 0;
  const need = (name: string): Index => {
    const index = indices[name];
    if (index === undefined) throw new Error(`no index ${name}`);
    return index;
  };
  const search: Search = {
    exists: async (name) => name in indices,
    async call(method, path, body) {
      const [name = '', action] = path.split('/');
      if (method === 'GET' && action === '_count') return { count: need(name).documents.length };
      if (method === 'GET') return { [name]: { mappings: need(name).mappings } };
      changes += 1;
      if (changes === diesAtChange) throw new Error('killed');
      return change(method, name, action, body);
    },
  };
  function change(method: string, name: string, action: string | undefined, body: unknown) {
    if (method === 'DELETE') delete indices[need(name) && name];
    else if (action === '_mapping') Object.assign(need(name).mappings, body);
    else if (method === 'PUT') {
      if (name in indices) throw new Error(`${name} exists`);
      const { mappings, aliases = {} } = body as Partial<Index> & { mappings: Mappings };
      indices[name] = { mappings: structuredClone(mappings), aliases, documents: [] };
    } else {
      const { source, dest } = body as { source: { index: string }; dest: { index: string } };
      const to = need(dest.index);
      to.documents = [...new Set([...to.documents, ...need(source.index).documents])];
    }
    return {};
  }
  return { search, indices, changes: () => changes };
}

function isMended({ indices }: { indices: Record<string, Index> }, documents: string[]): void {
  expect(Object.keys(indices)).toEqual([INDEX]);
  expect(indices[INDEX]?.documents).toEqual(documents);
  expect(indices[INDEX]?.aliases).toEqual({ [`${INDEX}alias`]: {} });
  expect(indices[INDEX]?.mappings._meta).toBeUndefined();
  for (const field of ['creationTime', 'completionTime', 'dueDate', 'followUpDate']) {
    expect(indices[INDEX]?.mappings.properties[field]?.format).toBe(SOUND);
  }
  expect(indices[INDEX]?.mappings.properties.join).toEqual({ type: 'join' });
}

describe('dates on an exact second', () => {
  test('an index that is not there yet is left to Tasklist', async () => {
    const store = anOpenSearch({});
    expect(await mendDates(store.search)).toBe(false);
    expect(store.changes()).toBe(0);
  });

  test('a sound index is not touched', async () => {
    const store = anOpenSearch({ [INDEX]: taskIndex(['a'], SOUND) });
    expect(await mendDates(store.search)).toBe(true);
    expect(store.changes()).toBe(0);
  });

  test.each([[[]], [['a', 'b']]])('an index with %j is made anew', async (documents) => {
    const store = anOpenSearch({ [INDEX]: taskIndex(documents) });
    expect(await mendDates(store.search)).toBe(true);
    isMended(store, documents);
  });

  test('killed at any of its changes, the next call ends the work and loses nothing', async () => {
    const whole = anOpenSearch({ [INDEX]: taskIndex(['a', 'b']) });
    await mendDates(whole.search);
    expect(whole.changes()).toBeGreaterThan(5);
    for (let n = 1; n <= whole.changes(); n += 1) {
      const store = anOpenSearch({ [INDEX]: taskIndex(['a', 'b']) }, n);
      await expect(mendDates(store.search)).rejects.toThrow('killed');
      expect(await mendDates(store.search)).toBe(true);
      isMended(store, ['a', 'b']);
    }
  });

  test('killed while the empty index of a first start is made anew, Tasklist makes it and it is mended', async () => {
    const store = anOpenSearch({ [INDEX]: taskIndex([]) }, 2);
    await expect(mendDates(store.search)).rejects.toThrow('killed');
    expect(await mendDates(store.search)).toBe(false);
    store.indices[INDEX] = taskIndex([]);
    expect(await mendDates(store.search)).toBe(true);
    isMended(store, []);
  });
});
