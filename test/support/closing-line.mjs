/** Ends Jest's output with one plain line, `N passed, N failed, N skipped`, that any machine can read. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = results;
    const failed = numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
