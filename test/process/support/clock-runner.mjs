import TestRunner from 'jest-runner';

/**
 * The tests that move the clock. There is one clock for the whole engine, it only goes forward, and a jump makes
 * every open task late. So these files run alone, after the files that leave the clock where it is, one at a
 * time, and in the order of the dates in their names: each begins on a day of its own, which the one before
 * has not passed. To run one again on a platform that stays up, start the platform anew.
 */
export default class ClockRunner extends TestRunner {
  isSerial = true;

  runTests(tests, watcher, options) {
    const byDate = [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
    return super.runTests(byDate, watcher, options);
  }
}
