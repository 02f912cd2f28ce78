import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withMachineLock } from '../data-servers/processes/machine-lock.ts';

/** Builds the pages of `root` into `outDir`: the part that takes long, so that tests can put another in its place. */
export type BuildPages = (root: string, outDir: string) => Promise<unknown>;

/**
 * Builds the web front end unless what is built is of these very sources. Returns the folder to serve. Two starts at
 * once build it once.
 */
export async function buildWeb(
  root: string,
  onStep: (message: string) => void,
  build: BuildPages = buildWithVite,
): Promise<string> {
  const outDir = join(root, 'web/dist');
  const sources = await hashSources(root);
  if (await isBuiltOf(outDir, sources)) return outDir;
  await withMachineLock(`build ${outDir}`, async () => {
    if (await isBuiltOf(outDir, sources)) return;
    onStep('Building the web pages …');
    // Built beside and then renamed: an interrupted build leaves the pages as they were.
    const fresh = join(root, 'web/dist-next');
    await rm(fresh, { recursive: true, force: true });
    await build(root, fresh);
    await writeFile(join(fresh, STAMP), sources);
    await rm(outDir, { recursive: true, force: true });
    await rename(fresh, outDir);
  });
  return outDir;
}

const STAMP = '.sources';

async function isBuiltOf(outDir: string, sources: string): Promise<boolean> {
  return (await readFile(join(outDir, STAMP), 'utf8').catch(() => '')) === sources;
}

/** Vite is read only when it is needed: it would slow down every other start. */
async function buildWithVite(root: string, outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
}

/** Names and contents, each with its length, so that no two sets of files run into one. */
async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await listSources(root)) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** Everything that goes into the build, by path: web/, core/ and the locked packages. */
async function listSources(root: string): Promise<string[]> {
  const folders = await Promise.all(['web', 'core'].map((folder) => filesBelow(root, folder)));
  return [...folders.flat(), 'package-lock.json', 'tsconfig.json'].sort();
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/^web[\\/]dist/.test(path));
}
