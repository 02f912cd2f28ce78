import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { buildWeb } from '../../../scripts/start/build-web.ts';

describe('Building the web pages', () => {
  let root = '';
  let builds = 0;
  beforeEach(async () => {
    builds = 0;
    root = await mkdtemp(join(tmpdir(), 'trellis-web-'));
    await mkdir(join(root, 'core'));
    await mkdir(join(root, 'web'));
    for (const file of ['core/a.ts', 'web/app.tsx', 'package-lock.json', 'tsconfig.json'])
      await writeFile(join(root, file), file);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  /** Writes one page that says which build it is of. */
  async function buildPage(_root: string, outDir: string): Promise<void> {
    builds += 1;
    await mkdir(outDir);
    await writeFile(join(outDir, 'index.html'), `build ${builds}`);
  }
  async function breakOff(_root: string, outDir: string): Promise<void> {
    await mkdir(outDir);
    await writeFile(join(outDir, 'index.html'), 'half');
    throw new Error('interrupted');
  }
  const build = (how = buildPage) => buildWeb(root, () => undefined, how);
  const page = () => readFile(join(root, 'web/dist/index.html'), 'utf8');

  it('gives the folder to serve', async () => {
    expect(await build()).to.equal(join(root, 'web/dist'));
    expect(await page()).to.equal('build 1');
  });

  it('is skipped while the sources are the same', async () => {
    await build();
    const said: string[] = [];
    await buildWeb(root, (words) => said.push(words), buildPage);
    expect([builds, said]).to.deep.equal([1, []]);
  });

  for (const file of ['core/a.ts', 'web/app.tsx', 'web/new.css', 'package-lock.json', 'tsconfig.json']) {
    it(`is done again when ${file} changes`, async () => {
      await build();
      await writeFile(join(root, file), 'changed');
      await build();
      expect([builds, await page()]).to.deep.equal([2, 'build 2']);
    });
  }

  it('is done again when a file goes or gets another name', async () => {
    await build();
    await rm(join(root, 'core/a.ts'));
    await build();
    await writeFile(join(root, 'core/b.ts'), 'core/a.ts');
    await build();
    expect(builds).to.equal(3);
  });

  it('leaves the old pages when it is interrupted, and begins anew the next time', async () => {
    await build();
    await writeFile(join(root, 'web/app.tsx'), 'changed');
    const error = await build(breakOff).catch((cause: Error) => cause);
    expect(error).to.have.property('message', 'interrupted');
    expect(await page()).to.equal('build 1');
    await build();
    expect(await page()).to.equal('build 2');
    expect(await readdir(join(root, 'web'))).to.have.members(['app.tsx', 'dist']);
  });

  it('is done once for two starts at once', async () => {
    await Promise.all([build(), build(), build()]);
    expect([builds, await page()]).to.deep.equal([1, 'build 1']);
  });
});
