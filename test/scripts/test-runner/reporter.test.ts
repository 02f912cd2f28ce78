import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const reporter = join(root, 'test/support/reporter.cjs');

/** One test passes, one fails, one is skipped by name, one skips itself. */
const SUITE = `
describe('a suite', () => {
  it('passes', () => {});
  it('fails', () => { throw new Error('on purpose'); });
  it.skip('is skipped', () => {});
  it('skips itself', function () { this.skip(); });
});`;

describe('The last line of npm test', () => {
  let dir = '';
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'trellis-reporter-'));
    await writeFile(join(dir, 'suite.cjs'), SUITE);
  });
  after(() => rm(dir, { recursive: true, force: true }));

  for (const how of [[], ['--parallel', '--jobs', '2']]) {
    it(`counts what passed, what failed and what was skipped ${how.join(' ')}`, async () => {
      const counts = join(dir, 'counts.json');
      const options = ['--reporter', reporter, '--reporter-option', `counts=${counts}`, ...how];
      const mocha = spawn(
        process.execPath,
        [
          join(root, 'node_modules/mocha/bin/mocha.js'),
          '--no-config',
          '--no-package',
          ...options,
          join(dir, 'suite.cjs'),
        ],
        { cwd: root, stdio: 'ignore' },
      );
      const [code] = await once(mocha, 'exit');
      expect(code).to.not.equal(0);
      expect(JSON.parse(await readFile(counts, 'utf8'))).to.deep.equal({
        passed: 1,
        failed: 1,
        skipped: ['a suite is skipped', 'a suite skips itself'],
      });
    });
  }
});
