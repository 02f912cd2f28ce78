import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { districtCommand } from '../../../scripts/command-line/district-command.ts';
import { importCommand } from '../../../scripts/command-line/import-command.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { listJobs } from '../../../server/jobs/job-store.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';
import { refusalOf } from '../start/refusal-of.ts';
import { runCommand } from './run-command.ts';

const example = fileURLToPath(new URL('../../../data/demo/examples/hsds', import.meta.url));

type Counts = Record<string, Record<'added' | 'changed' | 'unchanged', number>>;

describe('The import command', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await runCommand(at.deps, districtCommand, { name: 'Prairie', bounds: '-125,24,-66,50' });
  });
  after(() => at.close());

  const importHsds = (path: string, source = 'Example') =>
    runCommand(at.deps, importCommand, { source }, ['hsds', path]);

  it('imports a folder of this computer, and the second time changes nothing', async () => {
    const first = await importHsds(example);
    expect(first.code).to.equal(0);
    const counts = countsOf(first.said);
    expect(counts.services?.added).to.be.greaterThan(0);
    const stored = await model(at.deps.db, offers).countDocuments();
    expect(stored).to.be.greaterThan(0);
    const second = countsOf((await importHsds(example)).said);
    for (const [table, { added, changed, unchanged }] of Object.entries(second)) {
      expect([added, changed], table).to.deep.equal([0, 0]);
      expect(unchanged, table).to.equal((counts[table]?.added ?? 0) + (counts[table]?.unchanged ?? 0));
    }
    expect(await model(at.deps.db, offers).countDocuments()).to.equal(stored);
  });

  it('refuses a file that is not there before anything is started', async () => {
    const words = await refusalOf(() =>
      importCommand({ words: ['hsds', 'no/such.csv'], values: {}, say: () => undefined }),
    );
    expect(words).to.match(/There is no file or folder .*no\/such\.csv/);
  });

  it('shows the help where kind or file is missing', async () => {
    for (const words of [[], ['hsds']]) {
      expect(await refusalOf(() => importCommand({ words, values: {}, say: () => undefined }))).to.include(
        'import hsds',
      );
    }
  });

  it('ends with 1 and a sentence when the file is not what it should be', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'trellis-import-test-'));
    try {
      await writeFile(join(dir, 'picture.csv'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
      const { code, said } = await importHsds(join(dir, 'picture.csv'), 'Broken');
      expect(code).to.equal(1);
      const [job] = await listJobs(at.deps.db, 'import');
      expect(job).to.include({ status: 'failed' });
      expect(said).to.include(job?.error);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});

/** The result stands after the lines of the progress, as JSON. */
function countsOf(said: string): Counts {
  return JSON.parse(said.slice(said.indexOf('{\n'))).counts;
}
