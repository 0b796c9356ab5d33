import { describe, expect, test } from '@jest/globals';
import { deadlineCommand } from '../../../platform/deadline/index.ts';
import { configuredHolidays, holidays2027, withFolder } from '../../law/calendar/support.ts';

const FROM = ['--from', '2025-09-22'];
const DAYS = ['--days', '20'];
const EXCLUDED = ['--excluded', '2025-09-26..2025-10-11'];

function run(args: string[], { folder = configuredHolidays, onTerminal = false } = {}) {
  return deadlineCommand(args, folder, onTerminal);
}

describe('answers', () => {
  test('one line of JSON with --json, also on a terminal', () => {
    const result = run([...FROM, ...DAYS, ...EXCLUDED, '--json'], { onTerminal: true });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout).toMatch(/^[^\n]+\n$/);
    const answer = JSON.parse(result.stdout);
    expect(Object.keys(answer)).toEqual(['from', 'days', 'deadline', 'provisional', 'trace']);
    expect(answer).toMatchObject({
      from: '2025-09-22',
      days: 20,
      deadline: '2025-11-04',
      provisional: false,
    });
    expect(answer.trace.slice(2, 4)).toEqual([
      { date: '2025-09-25', kind: 'workday', counted: true },
      { date: '2025-09-26', kind: 'stopped', counted: false },
    ]);
    expect(answer.trace.filter((day: { counted: boolean }) => day.counted)).toHaveLength(20);
  });

  test('the same JSON into a pipe without --json', () => {
    expect(run([...FROM, ...DAYS])).toEqual(run([...FROM, ...DAYS, '--json']));
  });

  test('a table on a terminal', () => {
    const args = ['--from', '2026-09-29', '--days', '3', '--excluded', '2026-10-08..2026-10-08'];
    expect(run(args, { onTerminal: true }).stdout.split('\n')).toEqual([
      '起算日 2026-09-29(周二,当日不计入),期限 3 个工作日,扣除 2026-10-08 至 2026-10-08',
      '日期        星期  类别      第几日',
      '2026-09-30  周三  工作日　     1',
      ...['周四', '周五', '周六', '周日', '周一', '周二', '周三'].map(
        (weekday, i) => `2026-10-0${i + 1}  ${weekday}  节假日　     —  国庆节`,
      ),
      '2026-10-08  周四  停止计时     —',
      '2026-10-09  周五  工作日　     2',
      '2026-10-10  周六  调休上班     3  国庆节',
      '到期日 2026-10-10(周六)',
      '',
    ]);
  });

  test('several excluded intervals, and a zero limit', () => {
    const more = ['--excluded', '2025-10-13..2025-10-17'];
    const both = JSON.parse(run([...FROM, ...DAYS, ...EXCLUDED, ...more]).stdout);
    expect(both.deadline).toBe('2025-11-11');
    expect(JSON.parse(run([...FROM, '--days=0']).stdout)).toEqual({
      from: '2025-09-22',
      days: 0,
      deadline: '2025-09-22',
      provisional: false,
      trace: [],
    });
  });

  test('why a deadline is provisional', () => {
    const args = ['--from', '2098-12-25', '--days', '10'];
    expect(run(args, { onTerminal: true }).stdout).toMatch(
      /\n暂定:2098、2099 年的放假通知尚未载入/,
    );
    expect(JSON.parse(run(args).stdout).provisional).toBe(true);
    const still = ['--from', '2098-12-25', '--days', '0'];
    expect(run(still, { onTerminal: true }).stdout).toMatch(/\n暂定:2098 年的/);
  });

  test('with the holidays of the folder', () => {
    const args = ['--from', '2027-02-04', '--days', '3'];
    expect(JSON.parse(run(args, { folder: holidays2027 }).stdout)).toMatchObject({
      deadline: '2027-02-15',
      provisional: false,
    });
  });
});

describe('refuses', () => {
  const from = (date: string) => ['--from', date, ...DAYS];
  const days = (value: string) => [...FROM, '--days', value];
  const excluded = (value: string) => [...FROM, ...DAYS, '--excluded', value];

  test.each([
    ['no start', DAYS, '缺少 --from'],
    ['no days', FROM, '缺少 --days'],
    ['a start that does not exist', from('2026-02-30'), '--from 的“2026-02-30”不是有效日期'],
    ['a start before the calendar', from('2017-06-01'), '日历覆盖 2018 年'],
    ['negative days', days('-1'), '--days 的“-1”不是天数'],
    ['half days', days('1.5'), '--days 的“1.5”不是天数'],
    ['no number', days('二十'), '--days 的“二十”不是天数'],
    ['too many days', days('10001'), '--days 的 10001 太大'],
    ['days past the calendar', ['--from', '2095-01-01', '--days', '10000'], '2100 年'],
    ['an unknown option', [...FROM, '--day', '20'], '没有 --day 这个选项'],
    ['an unknown letter', [...FROM, '-d', '20'], '没有 -d 这个选项'],
    ['a stray word', [...FROM, ...DAYS, 'x'], '多出了“x”'],
    ['a value left out', [...DAYS, '--from'], '--from 后面缺少值'],
    ['a value too many', [...FROM, ...DAYS, '--json=yes'], '--json 后面不带值'],
    ['two starts', [...FROM, ...from('2025-09-23')], '--from 只能给一次'],
    ['no interval', excluded('2025-09-26'), '--excluded 的“2025-09-26”不是区间'],
    ['three ends', excluded('2025-09-26..2025-09-27..2025-09-28'), '不是区间'],
    ['a bad end', excluded('2025-09-26..2025-09-31'), '“2025-09-31”不是有效日期'],
    ['a reversed interval', excluded('2025-10-11..2025-09-26'), '颠倒'],
  ])('%s', (_, args, message) => {
    const result = run(args);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toMatch(/^[^\n]+。\n$/);
  });

  test('a folder with a bad file', () => {
    const args = [...FROM, ...DAYS];
    const result = withFolder({ '2027.yaml': '' }, (folder) => run(args, { folder }));
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).toContain('2027.yaml');
  });
});
