import { chmod, copyFile, cp, mkdir, readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { run } from './run.ts';

/** What of the unpacked packages is kept. Paths are below the packages' root. */
export interface CollectSpec {
  /** Programs to run: they get the bundle's own libc and find their libraries beside them. */
  programs: readonly string[];
  /** Folders copied whole, but for `without`. */
  folders: readonly string[];
  without?: RegExp;
  /** Folders whose shared objects programs load while they run: their libraries are kept too. */
  plugins?: string;
  /** Links that a maintainer script of Debian would make: name to target. */
  copies?: Readonly<Record<string, string>>;
}

/** A kept file wants a library that is not among the unpacked ones. */
export class MissingLibrary extends Error {}

/** Folder of the kept libraries inside a bundle. */
const LIBRARIES = 'lib';

/**
 * Copies the programs, the named folders and just those libraries that they load. The programs want a newer libc than the machine
 * may have: their interpreter becomes the bundle's own dynamic loader, and an RPATH leads to the bundle's libraries. An RPATH, not
 * LD_LIBRARY_PATH, because the latter would also reach the system's own programs that a server starts, such as sh.
 */
export async function collectBundle(
  spec: CollectSpec,
  root: string,
  work: string,
  final: string,
): Promise<void> {
  const folders = await libraryFolders(root);
  const loader = await findLoader(folders);
  for (const folder of spec.folders) await copyFolder(join(root, folder), join(work, folder), spec.without);
  for (const [name, target] of Object.entries(spec.copies ?? {}))
    await copyFile(join(work, target), join(work, name));
  for (const program of spec.programs) await copyProgram(join(root, program), join(work, program));

  const plugins = spec.plugins ? await sharedObjects(join(work, spec.plugins)) : [];
  const libraries = await neededLibraries(
    [...spec.programs.map((each) => join(work, each)), ...plugins],
    loader,
    folders,
  );
  const library = join(work, LIBRARIES);
  await mkdir(library, { recursive: true });
  for (const [name, file] of libraries) await copyProgram(file, join(library, name));
  await copyProgram(loader, join(library, basename(loader)));

  const patchelf = (...args: string[]): Promise<unknown> =>
    run(loader, ['--library-path', folders.join(':'), join(root, 'usr/bin/patchelf'), ...args]);
  // A library with a RUNPATH of its own is not searched for where its program says.
  for (const file of [...plugins, ...[...libraries.keys()].map((name) => join(library, name))]) {
    if (await hasRunPath(file)) await patchelf('--remove-rpath', file);
  }
  const interpreter = join(final, LIBRARIES, basename(loader));
  const rpath = [join(final, LIBRARIES), ...(spec.plugins ? [join(final, spec.plugins)] : [])].join(':');
  for (const program of spec.programs) {
    await patchelf(
      '--set-interpreter',
      interpreter,
      '--force-rpath',
      '--set-rpath',
      rpath,
      join(work, program),
    );
  }
}

/** Every folder with shared objects: Debian keeps some (BLAS, LAPACK) in folders of their own. */
async function libraryFolders(root: string): Promise<string[]> {
  const lib = join(root, 'usr/lib');
  const triplet = (await readdir(lib)).find((name) => /-linux-gnu$/.test(name));
  if (!triplet) throw new Error('The packages hold no libraries.');
  const main = join(lib, triplet);
  const inner = (await readdir(main, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const withLibraries = await Promise.all(
    inner.map(async ({ name }) =>
      (await sharedObjects(join(main, name))).length > 0 ? [join(main, name)] : [],
    ),
  );
  return [
    main,
    ...withLibraries.flat().filter((folder) => /\/(blas|lapack|pulseaudio|samba|systemd)$/.test(folder)),
    lib,
  ];
}

async function findLoader([main]: readonly string[]): Promise<string> {
  const name = (await readdir(main!)).find((each) => /^ld-linux-.*\.so\.\d+$/.test(each));
  if (!name) throw new Error('The packages hold no dynamic loader.');
  return join(main!, name);
}

async function sharedObjects(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /\.so(\.|$)/.test(name)).map((name) => join(folder, name));
}

/** Asks the dynamic loader itself what the files would load. */
async function neededLibraries(
  files: readonly string[],
  loader: string,
  folders: readonly string[],
): Promise<Map<string, string>> {
  const needed = new Map<string, string>();
  // A plugin may load another plugin by its bare name, so their folder is searched as well.
  const path = [...folders, ...new Set(files.map((file) => dirname(file)))].join(':');
  for (const file of files) {
    const { stdout } = await run(loader, ['--library-path', path, '--list', file]).catch(() => ({
      stdout: '',
    }));
    const missing = /^\s*(\S+) => not found/m.exec(stdout)?.[1];
    if (missing)
      throw new MissingLibrary(`${basename(file)} needs ${missing}, which the packages do not hold.`);
    for (const [, name, target] of stdout.matchAll(/^\s*(\S+) => (\S+) \(/gm)) {
      // The loader itself is named by its full path.
      if (!name!.includes('/') && folders.some((folder) => dirname(target!) === folder))
        needed.set(name!, target!);
    }
  }
  return needed;
}

async function hasRunPath(file: string): Promise<boolean> {
  // Cheaper than a process a file: the dynamic section names its strings, and nearly no library has one.
  const text = (await readFile(file)).toString('latin1');
  return text.includes('$ORIGIN') || /\0\/usr\/lib\/[^\0]*\0/.test(text);
}

async function copyFolder(from: string, to: string, without?: RegExp): Promise<void> {
  await cp(from, to, {
    recursive: true,
    dereference: true,
    filter: (source) => !without?.test(source.slice(from.length + 1)),
  });
}

/** Copies what a link leads to, under the link's own name. */
async function copyProgram(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(await realpath(from), to);
  await chmod(to, 0o755);
}
