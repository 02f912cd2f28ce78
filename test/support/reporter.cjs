const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/** Mocha's own list, and the counts with the names of what was skipped, for npm test's last line. */
module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: [] };
    runner.on('pass', () => counts.passed++);
    runner.on('fail', () => counts.failed++);
    runner.on('pending', (test) => counts.skipped.push(test.fullTitle()));
    runner.on('end', () => writeFileSync(options.reporterOptions.counts, JSON.stringify(counts)));
  }
};
