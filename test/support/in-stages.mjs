import Sequencer from '@jest/test-sequencer';

const STAGES = ['unit', 'editors', 'process', 'platform', 'clock', 'browser'];

/** Jest runs the runners in the order of their first tests: what needs no platform comes before what starts it. */
export default class InStages extends Sequencer {
  async sort(tests) {
    const stage = ({ context }) => STAGES.indexOf(context.config.displayName.name);
    return [...(await super.sort(tests))].sort((a, b) => stage(a) - stage(b));
  }
}
