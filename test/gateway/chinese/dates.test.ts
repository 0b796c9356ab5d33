import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { CHINESE_DATES } from '../../../gateway/chinese/dates.ts';

const locale = runInNewContext(`(${CHINESE_DATES})`);

test.each([
  ['xSeconds', 12, { addSuffix: true, comparison: -1 }, '12 秒前'],
  ['xMinutes', 1, { addSuffix: true, comparison: 1 }, '1 分钟后'],
  ['xHours', 3, undefined, '3 小时'],
  ['aboutXMonths', 2, {}, '2 个月'],
])('%s of %s with %j', (unit, count, options, said) => {
  expect(locale.formatDistance(unit, count, options)).toBe(said);
});

test('weekdays, months, times', () => {
  expect(locale.localize.day(5, { width: 'wide' })).toBe('星期五');
  expect(locale.localize.day(0, { width: 'short' })).toBe('周日');
  expect(locale.localize.month(10)).toBe('11月');
  expect(locale.formatLong.time({ width: 'short' })).toBe('HH:mm');
});
