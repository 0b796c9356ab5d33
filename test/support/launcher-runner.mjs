import TestRunner from 'jest-runner';

/** Tests that start platforms of their own, one at a time: three programs with a Java each are enough beside another. */
export default class LauncherRunner extends TestRunner {
  isSerial = true;
}
