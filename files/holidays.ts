import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { createCalendar } from '../law/calendar/calendar.ts';
import { FIRST_YEAR, LAST_YEAR } from '../law/calendar/day-index.ts';
import { CalendarError, type NoticeProblem } from '../law/calendar/errors.ts';
import type { Notice, NoticeDay, Notices } from '../law/calendar/notice.ts';
import { noticeSchema } from '../law/calendar/notice-schema.ts';
import { packageNotices } from '../law/calendar/package-notices.ts';
import type { Calendar, IsoDate } from '../law/calendar/types.ts';

const YAML_FILE = /\.ya?ml$/i;
const YEAR_FILE = /^(\d{4})\.yaml$/;

/**
 * The working-day calendar of Asia/Shanghai: the notices known to chinese-days, and on top the
 * files `<year>.yaml` of the folder, each replacing its year's notice whole (format: see
 * `noticesInFolder`). Years without either are provisional.
 *
 * @throws CalendarError `bad-notice` with every problem of the folder's files.
 */
export function loadCalendar(holidayFolder: string): Calendar {
  return createCalendar(new Map([...packageNotices(), ...noticesInFolder(holidayFolder)]));
}

/**
 * Reads the holiday files `<year>.yaml` an administrator keeps, one for each year's notice:
 *
 *     year: 2019
 *     notice: 国办发明电〔2018〕15号
 *     off:                       # days off of this year, singly or from–to
 *       - 2019-01-01
 *       - { from: 2019-02-04, to: 2019-02-10, name: 春节 }
 *     work:                      # make-up days: weekends worked
 *       - 2019-02-02
 *       - { date: 2019-02-03, name: 春节 }
 *     yearBefore:                # optional: what the notice changes in the December before
 *       off: [{ from: 2018-12-30, to: 2018-12-31, name: 元旦 }]
 *       work: [2018-12-29]
 *
 * A notice that was amended is written as it stands after the amendment.
 *
 * @throws CalendarError `bad-notice` with every problem of every file.
 */
export function noticesInFolder(folder: string): Notices {
  const notices = new Map<number, Notice>();
  const problems: NoticeProblem[] = [];
  for (const file of filesIn(folder)) {
    const year = Number(YEAR_FILE.exec(file)?.[1]);
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) {
      const years = `${FIRST_YEAR} 至 ${LAST_YEAR}`;
      problems.push({ path: file, message: `文件名应为“年份.yaml”,年份在 ${years} 之间` });
      continue;
    }
    const read = readNotice(readFileSync(join(folder, file), 'utf8'), year);
    if ('days' in read) notices.set(year, { year, days: read.days });
    else problems.push(...read.problems.map(({ path, message }) => at(file, path, message)));
  }
  if (problems.length > 0) throw badNotices(folder, problems);
  return notices;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => YAML_FILE.test(name))
      .sort();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    throw new CalendarError(
      'bad-notice',
      `读不到节假日文件夹 ${folder}(${reason}),请建立它或改正 HOLIDAY_FOLDER。`,
      [{ path: folder, message: '读不到文件夹' }],
    );
  }
}

function readNotice(
  text: string,
  year: number,
): { days: Map<IsoDate, NoticeDay> } | { problems: NoticeProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, code }) => ({
      path: `第 ${lines.linePos(pos[0]).line} 行`,
      message: `YAML 写法有误(${code})`,
    }));
    return { problems };
  }
  const result = noticeSchema(year).safeParse(document.toJS());
  if (result.success) return { days: result.data };
  return {
    problems: result.error.issues.map(({ path, message }) => ({ path: pathText(path), message })),
  };
}

/** `['off', 2, 'to']` reads `off[2].to`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function at(file: string, path: string, message: string): NoticeProblem {
  return { path: path === '' ? file : `${file}: ${path}`, message };
}

function badNotices(folder: string, problems: NoticeProblem[]): CalendarError {
  const lines = problems.map(({ path, message }) => `- ${path}:${message}`);
  return new CalendarError(
    'bad-notice',
    [`节假日文件夹 ${folder} 有 ${problems.length} 处需要改正:`, ...lines].join('\n'),
    problems,
  );
}
