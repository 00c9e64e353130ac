const { default: TestRunner } = require("jest-runner");

/** Number of runs that failed, by test file. */
const FAILURES = new Map();

/**
 * Stops a run of jest at the first test file that fails, and runs those first that failed most often, then the fastest.
 * Mutation testing needs it, because StrykerJS disables jest's own `bail`.
 */
module.exports = class extends TestRunner {
  async runTests(tests, watcher, options) {
    const failures = ({ path }) => FAILURES.get(path) ?? 0;
    this.on("test-file-success", async ([test, { numFailingTests, testExecError }]) => {
      if (numFailingTests > 0 || testExecError) {
        FAILURES.set(test.path, failures(test) + 1);
        await watcher.setState({ interrupted: true });
      }
    });
    const inOrder = tests.toSorted((a, b) => failures(b) - failures(a) || (a.duration ?? 0) - (b.duration ?? 0));
    await super.runTests(inOrder, watcher, options);
  }
};
