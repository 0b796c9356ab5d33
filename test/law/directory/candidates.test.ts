import { describe, expect, test } from '@jest/globals';
import {
  type CaseFacts,
  createDirectory,
  type Organization,
} from '../../../law/directory/index.ts';
import type { Role } from '../../../law/roles.ts';
import { april, facts, march, organization, person, standIn } from './organization.ts';

const head = person('fa.head', '市发改委', '负责人');
const li = person('fa.li', '市发改委');
const chen = person('fa.chen', '市发改委');
const wu = person('cai.wu', '市财政局');
const tang = person('jiao.tang', '市教育局');

/** Who may do a 经办人's step of 市发改委, as "id" or "id for absent". */
function who(
  content: Organization,
  date = march,
  { on = facts as CaseFacts, role = 'reviewer' as Role, position = '经办人', of = '市发改委' } = {},
): string[] {
  const directory = createDirectory(content);
  const body = directory.body(of);
  if (body === undefined) throw new Error(of);
  return directory
    .candidates(body, position, date, on, role)
    .map(({ person: { id }, onBehalfOf }) => (onBehalfOf ? `${id} for ${onBehalfOf}` : id));
}

describe('positions', () => {
  test('the people of the position, in the order of the file', () => {
    expect(who(organization([head, li, wu, chen]))).toEqual(['fa.li', 'fa.chen']);
    expect(who(organization([chen, head, li]))).toEqual(['fa.chen', 'fa.li']);
    expect(who(organization([head, li]), march, { position: '负责人' })).toEqual(['fa.head']);
  });

  test('anyone of the body when nobody holds the position', () => {
    expect(who(organization([head, li]), march, { position: '组长' })).toEqual([
      'fa.head',
      'fa.li',
    ]);
  });

  test('nobody when the body has no people', () => {
    expect(who(organization([wu]))).toEqual([]);
  });
});

describe('substitutes', () => {
  test('act on the days of the absence, the first and the last included', () => {
    const absent = organization([li, wu], [standIn('fa.li', 'cai.wu')]);
    expect(who(absent, '2026-02-28')).toEqual(['fa.li']);
    expect(who(absent, '2026-03-01')).toEqual(['cai.wu for fa.li']);
    expect(who(absent, '2026-03-31')).toEqual(['cai.wu for fa.li']);
    expect(who(absent, '2026-04-01')).toEqual(['fa.li']);
  });

  test('who is absent too is replaced in turn', () => {
    const chain = [standIn('fa.li', 'fa.head'), standIn('fa.head', 'cai.wu')];
    expect(who(organization([head, li, wu], chain))).toEqual(['cai.wu for fa.li']);
  });

  test('a colleague who stands in is there once, in their own name', () => {
    const content = organization([li, chen], [standIn('fa.li', 'fa.chen')]);
    expect(who(content)).toEqual(['fa.chen']);
  });

  test('a cycle in unchecked content comes to an end', () => {
    const cycle = [standIn('fa.li', 'fa.chen'), standIn('fa.chen', 'fa.li')];
    expect(who(organization([li, chen], cycle))).toHaveLength(2);
  });
});

describe('conflict of interest', () => {
  test("a substitute from the applicant's unit does not review", () => {
    const content = organization([head, li, tang], [standIn('fa.li', 'jiao.tang')]);
    expect(who(content)).toEqual(['fa.head']);
    expect(who(content, april)).toEqual(['fa.li']);
  });

  test("a substitute from the owner's unit does not review either", () => {
    const content = organization([li, tang], [standIn('fa.li', 'jiao.tang')]);
    expect(who(content, march, { on: { ...facts, applicantUnit: '市财政局' } })).toEqual([]);
  });

  test('the unit itself works on its own steps', () => {
    expect(who(organization([tang]), march, { of: '市教育局', role: 'owner' })).toEqual([
      'jiao.tang',
    ]);
  });

  const own: CaseFacts = { ...facts, applicantUnit: '市发改委', ownerUnit: '市发改委' };

  test('a body does not review its own project', () => {
    expect(who(organization([head, li]), march, { on: own })).toEqual([]);
  });

  test('its recusal body reviews instead', () => {
    const content = organization([li, wu], [], { fagai: { recusalBody: '市财政局' } });
    expect(who(content, march, { on: own })).toEqual(['cai.wu']);
    expect(who(content)).toEqual(['fa.li']);
  });

  test('the recusal body of the recusal body, when both are concerned, and nobody in a circle', () => {
    const both: CaseFacts = { ...facts, applicantUnit: '市发改委', ownerUnit: '市财政局' };
    const people = [li, wu, tang];
    const onward = { fagai: { recusalBody: '市财政局' }, caizheng: { recusalBody: '市教育局' } };
    expect(who(organization(people, [], onward), march, { on: both })).toEqual(['jiao.tang']);
    const circle = { fagai: { recusalBody: '市财政局' }, caizheng: { recusalBody: '市发改委' } };
    expect(who(organization(people, [], circle), march, { on: both })).toEqual([]);
  });
});
