import TestRunner from 'jest-runner';
import { platformOnce } from '../process/support/platform-once.mjs';

// Later than the other files of their stage, in this order; what the modeler publishes holds for everything after it.
const LAST = ['/clock-', '/modeler'];

/**
 * Runs the projects of jest.config.js in stages, each over before the next begins, for both cores are busy in each.
 * Jest itself would order projects by how long their runners take to load, so one runner has them all.
 *
 * - What needs no platform comes first, then the platform is started: an idle one takes time from all others.
 * - The launcher's tests start platforms of their own, one at a time. They come after the process tests, whose
 *   platform has fetched Camunda where the machine is new.
 * - Last the tests that need the platform or its clock for themselves: the browser's, two hundred applications at
 *   once, and those that move the engine's clock. There is one clock for the whole engine, it only goes forward, and
 *   a jump makes every open task late. So the files run one at a time, the clock's in the order of their names: each
 *   begins on the day in its name, which the one before has not passed. To run one of them again on a platform that
 *   stays up, start the platform anew.
 */
const STAGES = [
  { projects: ['unit', 'editors'] },
  { projects: ['process'], platform: true },
  { projects: ['platform'], alone: true },
  { projects: ['clock', 'browser'], platform: true, alone: true },
];

export default class StagedRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    for (const { projects, platform = false, alone = false } of STAGES) {
      const own = tests.filter(({ context }) => projects.includes(context.config.displayName.name));
      if (own.length === 0 || watcher.isInterrupted()) continue;
      if (platform) await platformOnce();
      await super.runTests(alone ? own.sort(byPlace) : own, watcher, {
        ...options,
        serial: options.serial || alone,
      });
    }
  }
}

function byPlace(one, other) {
  return place(one) < place(other) ? -1 : 1;
}

function place({ path }) {
  return `${LAST.findIndex((part) => path.includes(part))}${path}`;
}
