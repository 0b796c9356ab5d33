import TestRunner from 'jest-runner';

// In the order in which they begin. The clock's and the modeler's come last: what is moved or published holds for
// everything filed afterwards.
const ALONE = ['/platform/', '/small-approved', '/two-hundred', '/clock-', '/modeler'];
// Two browsers more want their share of the cores before two hundred applications take it.
const BESIDE = ['/browser/', ''];

/**
 * Two lanes beside each other, after the process tests. In the one run, one at a time, those tests that need an engine
 * or its clock for themselves: the browser's, those that start platforms of their own, two hundred applications at once,
 * and those that move the engine's clock. There is one clock for the whole engine, it only goes forward, and a jump
 * makes every open task late; each of its files begins on the day in its name, which the one before has not passed. To
 * run one of them again on a platform that stays up, start the platform anew.
 *
 * They wait a great deal, for indexes and for people's clicks. The other lane, the tests without an engine, takes the
 * time that they leave (see give-way.mjs).
 */
export default class LanesRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    const [alone, beside] = [tests.filter(needsEngine), tests.filter((test) => !needsEngine(test))];
    await Promise.all([
      super.runTests(inOrder(alone, ALONE), watcher, { ...options, serial: true }),
      super.runTests(inOrder(beside, BESIDE), watcher, options),
    ]);
  }
}

function needsEngine({ context }) {
  return Boolean(context.config.globalSetup) || context.config.displayName.name === 'platform';
}

function inOrder(tests, places) {
  const place = ({ path }) => `${places.findIndex((part) => path.includes(part))}${path}`;
  return [...tests].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
