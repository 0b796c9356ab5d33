import TestRunner from 'jest-runner';
import { platformOnce } from '../process/support/platform-once.mjs';

/** Tests on the one platform, two files at a time. */
export default class ProcessRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    await platformOnce();
    return super.runTests(tests, watcher, options);
  }
}
