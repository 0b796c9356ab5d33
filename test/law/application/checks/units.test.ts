import { describe, expect, test } from '@jest/globals';
import { knownCounty } from '../../../../law/application/checks/known-county.ts';
import { knownUnits } from '../../../../law/application/checks/known-units.ts';
import { levelAgrees, ownerTypeAgrees } from '../../../../law/application/checks/unit-facts.ts';
import { findings } from './facts.ts';

const XIUSHUI = { applicantUnit: '修水县教育局', level: 'county', county: '修水县' };

describe('knownUnits', () => {
  test('names each unit that is not in the directory', () => {
    const changes = { applicantUnit: '火星教育局', ownerUnit: '火星城投' };
    expect(findings(knownUnits, changes).map(({ path }) => path)).toEqual([
      'applicantUnit',
      'ownerUnit',
    ]);
    expect(findings(knownUnits, {})).toEqual([]);
  });

  test('leaves an empty unit to the check of the field', () => {
    expect(findings(knownUnits, { applicantUnit: '', ownerUnit: undefined })).toEqual([]);
  });
});

describe('knownCounty (Art. 9)', () => {
  test.each<[Record<string, unknown>, number]>([
    [{ level: 'city', county: '不存在县' }, 0],
    [XIUSHUI, 0],
    [{ level: 'county', county: '不存在县' }, 1],
    [{ level: 'county', county: '' }, 1],
  ])('%p', (changes, count) => {
    expect(findings(knownCounty, changes)).toHaveLength(count);
  });

  test('offers the counties there are', () => {
    const [found] = findings(knownCounty, { level: 'county', county: '不存在县' });
    expect(found).toEqual({ path: 'county', message: expect.stringContaining('修水县、武宁县') });
  });
});

describe('ownerTypeAgrees (Art. 25, 26)', () => {
  test.each<[string, string, number]>([
    ['市教育局', 'agency', 0],
    ['市教育局', 'soe', 1],
    ['九江城投集团', 'soe', 0],
    ['九江城投集团', 'agency', 1],
    ['名录外单位', 'soe', 0],
  ])('%s as %s', (ownerUnit, ownerType, count) => {
    expect(findings(ownerTypeAgrees, { ownerUnit, ownerType })).toHaveLength(count);
  });
});

describe('levelAgrees (Art. 17)', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [XIUSHUI, []],
    [{ level: 'county', county: '修水县' }, ['level']],
    [{ applicantUnit: '修水县教育局', level: 'city' }, ['level']],
    [{ ...XIUSHUI, county: '武宁县' }, ['county']],
    [{ applicantUnit: '名录外单位' }, []],
  ])('%p', (changes, paths) => {
    expect(findings(levelAgrees, changes).map(({ path }) => path)).toEqual(paths);
  });
});
