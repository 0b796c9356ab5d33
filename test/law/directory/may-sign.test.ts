import { expect, test } from '@jest/globals';
import {
  type CaseFacts,
  createDirectory,
  type Organization,
} from '../../../law/directory/index.ts';
import type { Role } from '../../../law/roles.ts';
import { april, facts, march, organization, person, standIn } from './organization.ts';

const head = person('fa.head', '市发改委', '负责人');
const li = person('fa.li', '市发改委');
const wu = person('cai.wu', '市财政局');
const song = person('cai.song', '市财政局');
const tang = person('jiao.tang', '市教育局');
const everyone = [head, li, wu, song, tang];

/** The verdict on a signature under a step of 市发改委. */
function sign(
  signer: string,
  content: Organization,
  date = march,
  { on = facts as CaseFacts, role = 'reviewer' as Role, of = '市发改委', position = '经办人' } = {},
) {
  const directory = createDirectory(content);
  const body = directory.body(of);
  if (body === undefined) throw new Error(of);
  return directory.maySign(signer, body, date, on, role, position);
}

test('whoever is of the body signs in their own name', () => {
  expect(sign('fa.li', organization(everyone))).toEqual({ allowed: true });
  expect(sign('fa.head', organization(everyone))).toEqual({ allowed: true });
});

test('a stranger and someone of another body do not', () => {
  expect(sign('nobody', organization(everyone))).toEqual({
    allowed: false,
    reason: 'unknown-person',
  });
  expect(sign('cai.wu', organization(everyone))).toEqual({ allowed: false, reason: 'not-of-body' });
});

test('a substitute signs on behalf of the absent, on those days only', () => {
  const content = organization(everyone, [standIn('fa.li', 'cai.wu')]);
  expect(sign('cai.wu', content)).toEqual({ allowed: true, onBehalfOf: 'fa.li' });
  expect(sign('cai.wu', content, april)).toEqual({ allowed: false, reason: 'not-of-body' });
});

test('a colleague of another position signs on behalf of the absent', () => {
  const content = organization(everyone, [standIn('fa.li', 'fa.head')]);
  expect(sign('fa.head', content)).toEqual({ allowed: true, onBehalfOf: 'fa.li' });
  expect(sign('fa.head', content, march, { position: '负责人' })).toEqual({ allowed: true });
});

test('who is recorded as absent still belongs to the body', () => {
  const content = organization(everyone, [standIn('fa.li', 'cai.wu')]);
  expect(sign('fa.li', content)).toEqual({ allowed: true });
});

test('everyone along a chain of substitutes is recorded', () => {
  const chain = [standIn('fa.li', 'cai.wu'), standIn('cai.wu', 'cai.song')];
  const content = organization(everyone, chain);
  expect(sign('cai.song', content)).toEqual({ allowed: true, onBehalfOf: 'fa.li' });
  expect(sign('cai.wu', content)).toEqual({ allowed: true, onBehalfOf: 'fa.li' });
});

test("the applicant's and the owner's own people do not review, substitutes or not", () => {
  const content = organization(everyone, [standIn('fa.li', 'jiao.tang')]);
  const conflict = { allowed: false, reason: 'conflict-of-interest' };
  expect(sign('jiao.tang', content)).toEqual(conflict);
  expect(
    sign('jiao.tang', content, march, { on: { ...facts, applicantUnit: '市财政局' } }),
  ).toEqual(conflict);
  expect(sign('jiao.tang', content, march, { on: { ...facts, ownerUnit: '市财政局' } })).toEqual(
    conflict,
  );
});

test('the unit signs its own steps, others do not', () => {
  const at = { of: '市教育局', role: 'owner' } as const;
  expect(sign('jiao.tang', organization(everyone), march, at)).toEqual({ allowed: true });
  expect(sign('fa.li', organization(everyone), march, at)).toEqual({
    allowed: false,
    reason: 'not-of-body',
  });
});

test("the recusal body's people sign a body's own project, its own do not", () => {
  const content = organization(everyone, [], { fagai: { recusalBody: '市财政局' } });
  const on: CaseFacts = { ...facts, applicantUnit: '市发改委', ownerUnit: '市发改委' };
  expect(sign('cai.wu', content, march, { on })).toEqual({ allowed: true });
  expect(sign('fa.li', content, march, { on })).toEqual({
    allowed: false,
    reason: 'conflict-of-interest',
  });
});

test('position 经办人 is meant when none is named', () => {
  const directory = createDirectory(organization(everyone, [standIn('fa.li', 'fa.head')]));
  const body = directory.body('市发改委');
  if (body === undefined) throw new Error();
  expect(directory.maySign('fa.head', body, march, facts, 'reviewer')).toEqual({
    allowed: true,
    onBehalfOf: 'fa.li',
  });
});
