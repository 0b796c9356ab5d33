import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  categories,
  kinds,
  levels,
  materialKinds,
  ownerTypes,
  planParts,
} from '../../../law/application/index.ts';
import { parseOrganization } from '../../../law/directory/index.ts';
import { componentOf, readForm } from './read-forms.ts';

const ORGANIZATION = 'config/organization.yaml';
const { bodies } = parseOrganization(readFileSync(ORGANIZATION, 'utf8'), ORGANIZATION);

/** The choices of a field, as value → label. */
function choices(form: string, id: string): Record<string, string> {
  const { values = [] } = componentOf(readForm(form), id);
  return Object.fromEntries(values.map(({ value, label }) => [value, label]));
}

describe.each(['application-form', 'supplement-materials'])('form %s', (form) => {
  test.each(['Field_applicantUnit', 'Field_ownerUnit'])(
    '%s offers the units and bodies of the directory',
    (id) => {
      const names = (kind: string) =>
        bodies.filter((body) => body.kind === kind).map(({ name }) => name);
      const offered = choices(form, id);
      expect(Object.keys(offered)).toEqual([
        ...names('unit'),
        ...names('city'),
        ...names('county'),
      ]);
      expect(Object.values(offered)).toEqual(Object.keys(offered));
    },
  );

  test('Field_county offers the counties of the directory', () => {
    const counties = bodies.flatMap(({ kind, county }) =>
      kind === 'county' && county ? [county] : [],
    );
    expect(Object.keys(choices(form, 'Field_county'))).toEqual([...new Set(counties)]);
  });

  const { operations: _elsewhere, ...offeredKinds } = kinds;
  test.each([
    ['Field_ownerType', ownerTypes],
    ['Field_level', levels],
    ['Field_kind', offeredKinds],
    ['Field_category', categories],
    ['Field_material_kind', materialKinds],
    ['Field_parts', planParts],
  ])('%s offers the codes the check knows', (id, table) => {
    expect(choices(form, id)).toEqual(table);
  });
});

test('the reviewer ticks exactly the items the decision table knows', () => {
  const table = readFileSync('bpmn/project-application/refusal-grounds.dmn', 'utf8');
  const items = [...table.matchAll(/contains\(\?, "(item-\d)"\)/g)].map(([, item]) => item);
  expect(items).toHaveLength(7);
  expect(Object.keys(choices('preliminary-review', 'Field_refusalItems'))).toEqual(items);
});

test('only bodies of the city can be invited, and none that takes part anyway', () => {
  const invited = Object.keys(choices('preliminary-appraisal', 'Field_invitedBodies'));
  const city = bodies.filter(({ kind }) => kind === 'city').map(({ name }) => name);
  expect(city).toEqual(expect.arrayContaining(invited));
  for (const member of ['市数据管理部门', '市发改委', '市财政局', '市国资委']) {
    expect(invited).not.toContain(member);
  }
});
