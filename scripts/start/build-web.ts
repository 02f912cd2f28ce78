import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'vite';

/** Builds the web front end unless what is built is of these very sources. Returns the folder to serve. */
export async function buildWeb(root: string, onStep: (message: string) => void): Promise<string> {
  const outDir = join(root, 'web/dist');
  const stamp = join(outDir, '.sources');
  const sources = await hashSources(root);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return outDir;
  onStep('Building the web pages …');
  // Built beside and then renamed: an interrupted build leaves nothing half done.
  const fresh = join(root, `web/dist-${process.pid}`);
  await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  });
  await writeFile(join(fresh, '.sources'), sources);
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  return outDir;
}

async function hashSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await listSources(root)) {
    hash.update(path).update(await readFile(join(root, path)));
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
