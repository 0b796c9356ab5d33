import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadCalendar, noticesInFolder } from '../../files/holidays.ts';
import { CalendarError } from '../../law/calendar/index.ts';
import { range, worksByNotices } from '../law/calendar/oracle.ts';
import { configuredHolidays, holidays2027, withFolder } from '../law/calendar/support.ts';

const good = readFileSync(join(holidays2027, '2027.yaml'), 'utf8');

function refused(files: Record<string, string>): CalendarError {
  try {
    withFolder(files, loadCalendar);
  } catch (error) {
    if (error instanceof CalendarError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

test('other files are left alone', () => {
  const notices = withFolder({ '2027.yaml': good, 'README.md': '#' }, noticesInFolder);
  expect([...notices.keys()]).toEqual([2027]);
});

test('the example file is a valid notice and says what the notice of its year said', () => {
  const example = readFileSync(join(configuredHolidays, 'year.yaml.example'), 'utf8');
  const notices = withFolder({ '2019.yaml': example }, noticesInFolder);
  const days = notices.get(2019)?.days;
  expect(days?.get('2018-12-29')).toEqual({ works: true });
  const wrong = range('2018-12-29/2019-12-31').filter((date) => {
    const works = days?.get(date)?.works ?? new Date(date).getUTCDay() % 6 !== 0;
    return works !== worksByNotices(date);
  });
  expect(wrong).toEqual([]);
});

describe('a bad file is refused with its path', () => {
  test.each([
    ['a day that does not exist', '2027-06-09', '2027-06-31', 'off[4]', '“2027-06-31”不是有效日期'],
    [
      'a range that does not exist',
      'to: 2027-02-11',
      'to: 2027-02-30',
      'off[1].to',
      '不是有效日期',
    ],
    ['a reversed range', 'to: 2027-10-07', 'to: 2027-09-30', 'off[6]', '颠倒'],
    ['no range', '{ from: 2027-10-01, to: 2027-10-07, name: 国庆节 }', '5', 'off[6]', '名称: 值'],
    ['an end left out', ', to: 2027-10-07', '', 'off[6].to', '应为 2027-01-01 这样的日期'],
    ['another year', '- 2027-09-15', '- 2026-09-15', 'off[5]', '不在 2027 年内'],
    ['a make-up day on a weekday', '2027-05-08', '2027-05-07', 'work[2]', '本就上班'],
    ['days off made up on themselves', '2027-05-08', '2027-01-02', 'work', '既列为放假又列为上班'],
    ['a statutory day forgotten', '  - 2027-06-09\n', '', 'off', '缺少法定节假日 2027-06-09(端午)'],
    ['the wrong year', 'year: 2027', 'year: 2026', 'year', '应为 2027'],
    ['no document number', 'notice: 测试用〔2026〕1号', 'notice: ""', 'notice', '缺少通知文号'],
    ['a misspelt key', 'work:\n  - {', 'works:\n  - {', '', '没有 works 这样的项目'],
    ['no list', 'work: [2026-12-26]', 'work: 2026-12-26', 'yearBefore.work', '应为日期列表'],
    ['the year before too early', '[2026-12-26]', '[2026-11-28]', 'yearBefore.work[0]', '12 月内'],
  ])('%s', (_, from, to, path, message) => {
    expect(good).toContain(from);
    const error = refused({ '2027.yaml': good.replace(from, to) });
    expect(error.code).toBe('bad-notice');
    expect(error.problems).toEqual([
      {
        path: path ? `2027.yaml: ${path}` : '2027.yaml',
        message: expect.stringContaining(message),
      },
    ]);
  });

  test('broken YAML, by its line', () => {
    const [problem] = refused({ '2027.yaml': 'year: 2027\nyear: 2028\n' }).problems;
    expect(problem).toEqual({
      path: '2027.yaml: 第 2 行',
      message: 'YAML 写法有误(DUPLICATE_KEY)',
    });
  });

  test('an empty file', () => {
    expect(refused({ '2027.yaml': '' }).problems).toEqual([
      { path: '2027.yaml', message: '应为“名称: 值”的形式' },
    ]);
  });

  test.each(['holidays.yaml', '2027.yml', '2017.yaml'])('the name %s', (name) => {
    expect(refused({ [name]: good }).problems).toEqual([
      { path: name, message: expect.stringContaining('文件名应为“年份.yaml”') },
    ]);
  });

  test('a folder that is not there', () => {
    expect(() => loadCalendar('no-such-folder')).toThrow(/读不到节假日文件夹 no-such-folder/);
  });
});

test('all problems of all files come at once, one a line', () => {
  const bad = good.replace('2027-02-20', '2027-02-19').replace('2027-06-09', '2027-06-31');
  const error = refused({ '2027.yaml': bad, '2028.yaml': '', 'x.yaml': '' });
  expect(error.problems.map(({ path }) => path)).toEqual([
    '2027.yaml: off[4]',
    '2027.yaml: work[1]',
    '2028.yaml',
    'x.yaml',
  ]);
  expect(error.message.split('\n')).toHaveLength(5);
  expect(error.message).toContain('有 4 处需要改正');
});
