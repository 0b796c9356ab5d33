import { beforeEach, describe, expect, test } from '@jest/globals';
import { useRecords } from '../support/use-records.ts';

const use = useRecords();

const AT = new Date('2031-10-09T07:30:00.000Z');
const VISIT = '2251799813685301';
const signing = { elementInstanceKey: VISIT, taskKey: '7', person: 'data.zhang', signedAt: AT };
const ENTERED = { outcome: 'approve', application: { site: '甲', quotes: [{ price: 1.5 }] } };
let nonce: string;

beforeEach(async () => {
  nonce = await use.records.sign(signing, ENTERED);
});

const read = (variables: Record<string, unknown>, number: unknown = nonce, visit = VISIT) =>
  use.records.signatureOn(visit, number, variables);

test('the signer is found by the number alone, beside whatever else the process carries', async () => {
  expect(await read({ ...ENTERED, projectId: 'JJSZ-2031-0001' })).toEqual({
    ...{ signer: 'data.zhang', signedAt: AT, intact: true },
  });
});

test('fields in another order are the same content', async () => {
  const { application } = ENTERED;
  const { site, quotes } = application;
  const arrived = { application: { quotes, site }, outcome: 'approve' };
  expect(await read(arrived)).toMatchObject({ intact: true });
});

describe('what was changed after signing is told', () => {
  test.each([
    ['a value', { ...ENTERED, outcome: 'reject' }],
    ['a value far inside', { ...ENTERED, application: { site: '甲', quotes: [{ price: 15 }] } }],
    ['one that is gone', { outcome: 'approve' }],
    ['a text that was a number', { ...ENTERED, application: { site: '甲', quotes: ['1.5'] } }],
  ])('%s', async (_name, arrived) => {
    expect(await read(arrived)).toMatchObject({ signer: 'data.zhang', intact: false });
  });
});

test.each([
  ['none', undefined],
  ['one that nobody gave', '6f9619ff-8b86-4011-b42d-00c04fc964ff'],
  ['a text that is no number', "' or 1=1"],
  ['something else', { signer: 'data.zhang' }],
])('with %s there is no signature', async (_name, number) => {
  expect(await use.records.signatureOn(VISIT, number, ENTERED)).toBeUndefined();
});

test("another visit's number signs nothing", async () => {
  expect(await read(ENTERED, nonce, '2251799813685302')).toBeUndefined();
});

test('two who sign one visit are told apart', async () => {
  const other = await use.records.sign({ ...signing, person: 'data.liu' }, ENTERED);
  expect(await read(ENTERED, other)).toMatchObject({ signer: 'data.liu' });
  expect(await read(ENTERED)).toMatchObject({ signer: 'data.zhang' });
});

test('nothing of what was entered is kept but its digest', async () => {
  const { rows } = await use.sql.query('select * from signatures where nonce = $1', [nonce]);
  expect(JSON.stringify(rows)).not.toContain('甲');
});
