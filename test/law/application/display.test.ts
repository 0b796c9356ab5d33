import { expect, test } from '@jest/globals';
import { applicationField } from '../../../law/application/display.ts';

test.each([
  ['ownerType', { ownerType: 'soe' }, '市属国资监管企业'],
  ['ownerType', { ownerType: 'bank' }, '—'],
  ['kind', { kind: 'operations' }, '运维类'],
  ['category', {}, '未填写'],
  ['investment', { investment: 186.5 }, '186.5 万元'],
  ['investment', { investment: '二百' }, '二百 万元'],
  ['level', { level: 'city', county: '修水县' }, '市级'],
  ['level', { level: 'county', county: '修水县' }, '县级，修水县'],
  ['level', { level: 'county' }, '县级，未填写'],
  ['level', { level: 'state' }, '—'],
  ['basis', { majorDeployment: true, majorDeploymentBasis: '省委一号文' }, '重大部署：省委一号文'],
  ['basis', { majorDeployment: false, reserveId: 'CBK-1' }, '储备库编号：CBK-1'],
  ['basis', { majorDeployment: 'yes' }, '未填写'],
  ['site', { site: '*九江*' }, '*九江*'],
])('%s of %j reads %s', (path, application, told) => {
  const value = (application as Record<string, unknown>)[path];
  expect(applicationField(path, value, application)).toBe(told);
});

test('a row of a list is told by its own codes', () => {
  expect(applicationField('materials.kind', 'other', {})).toBe('其他材料（如主管部门意见）');
});

test('of an application that is not there nothing is known', () => {
  expect(applicationField('kind', undefined, undefined)).toBe('—');
  expect(applicationField('basis', undefined, null)).toBe('—');
});
