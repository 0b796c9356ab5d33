import { expect, test } from '@jest/globals';
import { shortenNames } from '../../../engine/opensearch/shorten-names.ts';

const INDEX = 'zeebe-record_variable_8.6.0_2026-11-28';

type Page = { search_after?: number[]; size: number };

/** An OpenSearch that holds exported variables of these names, in this order. */
function exported(names: string[]) {
  const stored = [...names];
  const updated: string[] = [];
  return {
    stored,
    updated,
    search: {
      exists: async () => true,
      async call(_method: string, path: string, body?: unknown) {
        const update = path.match(/^(.+)\/_update\/1-(\d+)\?refresh=true&routing=1$/);
        if (update !== null) {
          const { doc } = body as { doc: { value: { name: string } } };
          stored[Number(update[2])] = doc.value.name;
          updated.push(update[1] ?? '');
          return {};
        }
        const { search_after: [after = -1] = [], size } = body as Page;
        const hits = stored.flatMap((name, position) =>
          position > after && [...name].length > 123
            ? [
                {
                  ...{ _index: INDEX, _id: `1-${position}`, _routing: '1', sort: [position, 1] },
                  _source: {
                    value: {
                      ...{ name, bpmnProcessId: 'project-application' },
                      ...{ processInstanceKey: 2251799813686045, scopeKey: 2251799813686046 },
                    },
                  },
                },
              ]
            : [],
        );
        return { hits: { hits: hits.slice(0, size) } };
      },
    },
  };
}

test('a name that no importer can take in is shortened, and it is said whose it was', async () => {
  const name = 'n'.repeat(500);
  const { search, stored, updated } = exported(['application', name]);
  const shownAs = expect.stringMatching(/^n{40}…[0-9a-f]{12}$/);
  expect(await shortenNames(search)).toEqual([
    {
      ...{ name, bytes: 500, shownAs, processId: 'project-application' },
      ...{ processInstanceKey: '2251799813686045', scopeKey: '2251799813686046' },
    },
  ]);
  expect(stored).toEqual(['application', shownAs]);
  expect(updated).toEqual([INDEX]);
  expect(await shortenNames(search)).toEqual([]);
});

test('bytes count, not characters, and what just fits is left as it is', async () => {
  const fits = ['字'.repeat(164), 'n'.repeat(492), '𠮷'.repeat(123)];
  const { search, stored } = exported([...fits, '字'.repeat(165), 'n'.repeat(493)]);
  expect((await shortenNames(search)).map(({ bytes }) => bytes)).toEqual([495, 493]);
  expect(stored.slice(0, 3)).toEqual(fits);
});

test('two names that begin alike stay two', async () => {
  const { search } = exported([`${'n'.repeat(500)}a`, `${'n'.repeat(500)}b`]);
  const shown = (await shortenNames(search)).map(({ shownAs }) => shownAs);
  expect(new Set(shown).size).toBe(2);
});

test('however many there are, all are shortened, those that fit in between are not', async () => {
  const names = Array.from({ length: 250 }, (_, n) => 'n'.repeat(n % 2 === 0 ? 200 : 600 + n));
  const { search, stored } = exported(names);
  expect(await shortenNames(search)).toHaveLength(125);
  expect(stored.filter((name) => name.length === 200)).toHaveLength(125);
  expect(stored.some((name) => name.length > 492)).toBe(false);
});
