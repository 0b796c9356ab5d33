import TestRunner from 'jest-runner';
import { platformOnce } from '../process/support/platform-once.mjs';

// Later than the other files of their lane, in this order; what the modeler publishes holds for everything after it.
const LAST = ['/clock-', '/modeler'];

/**
 * Runs the projects of jest.config.js in stages, each over before the next begins. Jest itself would order projects
 * by how long their runners take to load, so one runner has them all. A stage of one lane runs two files at a time;
 * one of two lanes runs each lane's files one after the other, and the lanes beside each other.
 *
 * - What needs no platform comes first, then the platform is started: an idle one takes time from all others.
 * - Last the tests that need the platform or its clock for themselves: the browser's, two hundred applications at
 *   once, and those that move the engine's clock. There is one clock for the whole engine, it only goes forward, and
 *   a jump makes every open task late. So the files run one at a time, the clock's in the order of their names: each
 *   begins on the day in its name, which the one before has not passed. To run one of them again on a platform that
 *   stays up, start the platform anew.
 * - They wait more than they work. Beside them goes what has no use for that platform: the launcher's tests, which
 *   start platforms of their own one at a time (with the Camunda that the one before has fetched where the machine is
 *   new), and the modeler's editors.
 */
const STAGES = [
  { lanes: [['unit', 'tasklist', 'gateway-pages']] },
  { lanes: [['process']], platform: true },
  {
    lanes: [
      ['clock', 'browser'],
      ['platform', 'editors'],
    ],
    platform: true,
  },
];

export default class StagedRunner extends TestRunner {
  #lanes;

  constructor(globalConfig, context) {
    super(globalConfig, context);
    const lane = () => new TestRunner({ ...globalConfig, maxWorkers: 1 }, context);
    this.#lanes = [lane(), lane()];
  }

  on(event, listener) {
    const ends = [
      super.on(event, listener),
      ...this.#lanes.map((lane) => lane.on(event, listener)),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  async runTests(tests, watcher, options) {
    for (const { lanes, platform = false } of STAGES) {
      const filled = lanes
        .map((projects) => testsOf(tests, projects))
        .filter((own) => own.length > 0);
      if (filled.length === 0 || watcher.isInterrupted()) continue;
      if (platform) await platformOnce();
      if (lanes.length === 1) await super.runTests(filled[0], watcher, options);
      else await this.#sideBySide(filled, watcher, options);
    }
  }

  /** Where Jest runs everything in its own process (`--runInBand`), one lane after the other. */
  async #sideBySide(lanes, watcher, options) {
    if (options.serial) {
      for (const own of lanes) await super.runTests(own.sort(byPlace), watcher, options);
      return;
    }
    const runs = lanes.map((own, index) =>
      this.#lanes[index].runTests(own.sort(byPlace), watcher, options),
    );
    await Promise.all(runs);
  }
}

function testsOf(tests, projects) {
  return tests.filter(({ context }) => projects.includes(context.config.displayName.name));
}

function byPlace(one, other) {
  return place(one) < place(other) ? -1 : 1;
}

function place({ path }) {
  return `${LAST.findIndex((part) => path.includes(part))}${path}`;
}
