import { expect, test } from '@jest/globals';
import { changesBetween } from '../../../law/application/changes.ts';
import { draftOf } from '../../../law/application/index.ts';
import { exampleApplication } from './example.ts';

test('what is written otherwise but says the same is no change', () => {
  const sent = exampleApplication({ investment: '186.50', county: '', projectName: ' 智慧校园 ' });
  expect(changesBetween(sent, draftOf(sent))).toEqual([]);
});

test('every field that says something else is named, down to the row of a list', () => {
  const quotes = ['甲公司', '乙公司', '丙公司'].map((vendor) => ({ vendor, price: 188 }));
  const before = exampleApplication({
    ...{ quotes, reserveId: '储备1', investment: 186 },
    period: { from: '2027-01-01', to: '2027-12-31' },
  });
  const after = {
    ...before,
    ...{ investment: 200, reserveId: '' },
    quotes: [quotes[0], { vendor: '乙公司', price: 190 }, quotes[2]],
    period: { from: '2027-01-01', to: '2028-12-31' },
  };
  expect(changesBetween(before, after)).toEqual([
    { field: 'investment', before: 186, after: 200 },
    { field: 'period.to', before: '2027-12-31', after: '2028-12-31' },
    { field: 'reserveId', before: '储备1', after: null },
    { field: 'quotes.1.price', before: 188, after: 190 },
  ]);
});

test('what cannot be understood is told as it was sent', () => {
  const before = exampleApplication({ investment: '450万元左右' });
  const after = exampleApplication({ investment: 450 });
  expect(changesBetween(before, after)).toEqual([
    { field: 'investment', before: '450万元左右', after: 450 },
  ]);
});

test('anything can be compared', () => {
  expect(changesBetween(null, '智慧校园')).toEqual([]);
  expect(changesBetween({ unknown: 1 }, undefined)).toEqual([]);
});
