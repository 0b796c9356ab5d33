import TestRunner from 'jest-runner';

// Later than all others, in this order; what the modeler publishes holds for everything filed afterwards.
const LAST = ['/clock-', '/modeler'];

/**
 * The tests that need the machine or the clock for themselves: the browser's, those that start platforms of their
 * own, two hundred applications at once, and those that move the engine's clock. There is one clock for the whole
 * engine, it only goes forward, and a jump makes every open task late. So these files run apart from all others,
 * one at a time, the clock's after the others and in the order of their names: each begins on the day in its name,
 * which the one before has not passed. To run one of them again on a platform that stays up, start the platform anew.
 */
export default class AloneRunner extends TestRunner {
  isSerial = true;

  runTests(tests, watcher, options) {
    const place = ({ path }) => `${LAST.findIndex((part) => path.includes(part))}${path}`;
    const byName = [...tests].sort((a, b) => (place(a) < place(b) ? -1 : 1));
    return super.runTests(byName, watcher, options);
  }
}
