import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { withMachineLock } from '../processes/machine-lock.ts';
import { type CollectSpec, collectBundle, MissingLibrary } from './collect-bundle.ts';
import { downloadPackages, dropArchives } from './download-packages.ts';
import { unpackArchives } from './unpack-archives.ts';

/** Programs from Debian packages, made to run from a folder of ours. */
export interface BundleSpec extends CollectSpec {
  /** Names the folder; a changed recipe has another name, so that an old folder is not taken for it. */
  name: string;
  packages: readonly string[];
  /** Package files that are most likely not needed: unpacked only when a library turns out to be missing. */
  unlikely?: RegExp;
}

/** The part that takes long and needs the network, so that tests can put another in its place. */
export type BuildBundle = (spec: BundleSpec, work: string, final: string, cacheDir: string) => Promise<void>;

const MARK = '.complete';

/**
 * The folder of a bundle in the cache; made if it is missing. It is made beside and renamed when it is whole, under a lock, so
 * two starts make it once and an interrupted one leaves nothing that looks whole.
 */
export async function ensureBundle(
  spec: BundleSpec,
  cacheDir: string,
  onStep: (message: string) => void,
  build: BuildBundle = buildBundle,
): Promise<string> {
  const final = join(resolve(cacheDir), spec.name);
  if (await isComplete(final)) return final;
  await mkdir(cacheDir, { recursive: true });
  return withMachineLock(
    `unpack ${resolve(cacheDir)}`,
    async () => {
      if (await isComplete(final)) return final;
      onStep(`Fetching ${spec.name} from Debian's packages (once)`);
      await removeRests(spec, cacheDir);
      const work = `${final}.part-${process.pid}`;
      await build(spec, work, final, cacheDir);
      await writeFile(join(work, MARK), final);
      await rm(final, { recursive: true, force: true });
      await rename(work, final);
      return final;
    },
    () => onStep(`Waiting for another download before ${spec.name}`),
  );
}

/** The mark holds the folder's own path: programs carry it inside, so a folder that was moved does not count. */
async function isComplete(folder: string): Promise<boolean> {
  return (await readFile(join(folder, MARK), 'utf8').catch(() => '')) === folder;
}

async function removeRests(spec: BundleSpec, cacheDir: string): Promise<void> {
  const rests = (await readdir(cacheDir)).filter((name) => name.startsWith(`${spec.name}.part-`));
  for (const rest of rests) await rm(join(cacheDir, rest), { recursive: true, force: true });
}

async function buildBundle(spec: BundleSpec, work: string, final: string, cacheDir: string): Promise<void> {
  const aptDir = join(cacheDir, 'apt');
  const archives = await downloadPackages(aptDir, [...spec.packages, 'patchelf']);
  const root = join(work, 'root');
  const unlikely = archives.filter((file) => spec.unlikely?.test(basename(file)));
  await unpackArchives(
    archives.filter((file) => !unlikely.includes(file)),
    root,
  );
  try {
    await collectBundle(spec, root, work, final);
  } catch (error) {
    if (!(error instanceof MissingLibrary)) throw error;
    await unpackArchives(unlikely, root);
    await collectBundle(spec, root, work, final);
  }
  await rm(root, { recursive: true, force: true });
  await dropArchives(aptDir);
}
