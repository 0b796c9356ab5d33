import { fileURLToPath } from 'node:url';
import chineseDays from 'chinese-days';
import { loadCalendar } from '../files/holidays.ts';

// A deadline of 20 working days: our calendar against chinese-days' own findWorkday.
const DAYS = 20;
const ROUNDS = 15;
const ROUND_MILLISECONDS = 100;

const calendar = loadCalendar(fileURLToPath(new URL('../config/holidays', import.meta.url)));
// Working days only: from a rest day findWorkday counts otherwise.
const starts = calendar
  .explain('2018-12-31', '2025-11-01')
  .filter((day) => day.counted)
  .map((day) => day.date);

type Deadline = (start: string) => string;
const ours: Deadline = (start) => calendar.addWorkingDays(start, DAYS).deadline;
const theirs: Deadline = (start) => chineseDays.findWorkday(DAYS, start);

const differing = starts.filter((start) => ours(start) !== theirs(start)).length;
// Alternating rounds, so that a busy moment of the machine hits both.
const rates = Array.from({ length: ROUNDS }, () => ({ ours: rate(ours), theirs: rate(theirs) }));
const ourRate = median(rates.map((round) => round.ours));
const theirRate = median(rates.map((round) => round.theirs));

console.log(`${DAYS} working days from ${starts.length} start days, median of ${ROUNDS} rounds`);
console.log(`addWorkingDays           ${perSecond(ourRate)}`);
console.log(`chinese-days findWorkday ${perSecond(theirRate)}`);
console.log(
  `ratio ${(ourRate / theirRate).toFixed(0)} × (target ≥ 10 ×), ${differing} answers differ`,
);

/** Calls per second over one round. */
function rate(deadline: Deadline): number {
  const began = performance.now();
  let calls = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MILLISECONDS) {
    for (let i = 0; i < 100; i += 1) deadline(starts[(calls + i) % starts.length] ?? '');
    calls += 100;
    elapsed = performance.now() - began;
  }
  return (calls / elapsed) * 1000;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function perSecond(value: number): string {
  return `${Math.round(value).toLocaleString('en').padStart(12)} op/s`;
}
