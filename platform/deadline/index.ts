import { loadCalendar } from '../../files/holidays.ts';
import { CalendarError } from '../../law/calendar/index.ts';
import { deadlineArguments, UsageError } from './arguments.ts';
import { deadlineReport, reportAsJson, reportAsText } from './report.ts';

export type CommandResult = { exitCode: 0 | 2; stdout: string; stderr: string };

/**
 * The deadline command. On a terminal it answers with a table, with `--json` or into a pipe with
 * one line of JSON; bad input ends with exit code 2 and a Chinese sentence.
 */
export function deadlineCommand(
  args: readonly string[],
  holidayFolder: string,
  onTerminal: boolean,
): CommandResult {
  try {
    const { from, days, excluded, json } = deadlineArguments(args);
    const report = deadlineReport(loadCalendar(holidayFolder), from, days, excluded);
    const answer = json || !onTerminal ? reportAsJson(report) : reportAsText(report);
    return { exitCode: 0, stdout: `${answer}\n`, stderr: '' };
  } catch (error) {
    if (error instanceof UsageError || error instanceof CalendarError) {
      return { exitCode: 2, stdout: '', stderr: `${error.message}\n` };
    }
    throw error;
  }
}
