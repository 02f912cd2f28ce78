import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  type BuildBundle,
  type BundleSpec,
  ensureBundle,
} from '../../../../scripts/data-servers/debian/unpack-bundle.ts';

const spec: BundleSpec = { name: 'thing-r1', packages: ['thing'], programs: [], folders: [] };
const quiet = () => undefined;

describe('A bundle in the cache', () => {
  let cache = '';
  let built = 0;
  const build: BuildBundle = async (_, work) => {
    built++;
    await mkdir(work, { recursive: true });
    await writeFile(join(work, 'program'), 'run');
  };

  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'trellis-cache-'));
    built = 0;
  });
  afterEach(() => rm(cache, { recursive: true, force: true }));

  it('is made once, and found by the next start', async () => {
    const folder = await ensureBundle(spec, cache, quiet, build);
    expect(await ensureBundle(spec, cache, quiet, build)).to.equal(folder);
    expect(built).to.equal(1);
    expect(await readFile(join(folder, 'program'), 'utf8')).to.equal('run');
  });

  it('is made once by two starts at the same time, and the second is told that it waits', async () => {
    const steps: string[] = [];
    let second: Promise<string> | undefined;
    const slow: BuildBundle = async (...args) => {
      await new Promise<void>((resolve) => {
        second = ensureBundle(
          spec,
          cache,
          (step) => {
            steps.push(step);
            resolve();
          },
          slow,
        );
      });
      await build(...args);
    };
    const first = await ensureBundle(spec, cache, quiet, slow);
    expect(await second).to.equal(first);
    expect(built).to.equal(1);
    expect(steps).to.deep.equal(['Waiting for another download before thing-r1']);
  });

  it('is nowhere to be seen when its making fails, and the next start repairs that', async () => {
    const broken: BuildBundle = async (...args) => {
      await build(...args);
      throw new Error('the network went away');
    };
    const error = await ensureBundle(spec, cache, quiet, broken).catch((each: Error) => each);
    expect(error).to.be.an('error').with.property('message', 'the network went away');
    expect(await readdir(cache)).not.to.include('thing-r1');
    await ensureBundle(spec, cache, quiet, build);
    expect(await readdir(cache)).to.deep.equal(['thing-r1']);
  });

  it('does not count when it lacks its mark or was moved from elsewhere', async () => {
    const folder = join(cache, 'thing-r1');
    await mkdir(folder);
    await writeFile(join(folder, 'half'), '');
    await ensureBundle(spec, cache, quiet, build);
    expect(await access(join(folder, 'half')).catch(() => 'gone')).to.equal('gone');
    await writeFile(join(folder, '.complete'), '/another/place/thing-r1');
    await ensureBundle(spec, cache, quiet, build);
    expect(built).to.equal(2);
  });
});
