import { constants } from 'node:fs';
import { access, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath } from '../processes/find-on-path.ts';
import { sleep } from '../processes/sleep.ts';
import { debianMirror, RELEASE } from './apt-source.ts';
import { run } from './run.ts';

const KEYRINGS = [
  '/usr/share/keyrings/debian-archive-keyring.gpg',
  '/usr/share/keyrings/debian-archive-keyring.pgp',
];
const LISTS_ARE_FRESH_MS = 3_600_000;
const LOCK_PATIENCE_MS = 60_000;

/**
 * Brings packages with all that they depend on, libc included, into a folder and gives their files. APT works on lists, a cache
 * and an (empty) status of our own, so the system is not touched and root is not needed. It checks Debian's signatures, and goes
 * on where an interrupted download stopped.
 */
export async function downloadPackages(aptDir: string, packages: readonly string[]): Promise<string[]> {
  await requireTools();
  const archives = join(aptDir, 'cache', 'archives');
  await mkdir(join(archives, 'partial'), { recursive: true });
  await mkdir(join(aptDir, 'lists', 'partial'), { recursive: true });
  await writeFile(join(aptDir, 'status'), '');
  const source = `deb [signed-by=${await keyring()}] ${await debianMirror()} ${RELEASE} main\n`;
  await writeFile(join(aptDir, 'sources.list'), source);
  const options = aptOptions(aptDir);
  await update(aptDir, options);
  await apt([...options, 'install', '--yes', '--download-only', ...packages]);
  return listWanted(options, archives, packages);
}

async function update(aptDir: string, options: readonly string[]): Promise<void> {
  const stamp = join(aptDir, 'updated');
  const age = await stat(stamp).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  if (age < LISTS_ARE_FRESH_MS) return;
  await apt([...options, 'update']);
  await writeFile(stamp, '');
}

/** The files of exactly this closure: others may lie beside them. */
async function listWanted(
  options: readonly string[],
  archives: string,
  packages: readonly string[],
): Promise<string[]> {
  const { stdout } = await apt([
    ...options,
    '-o',
    'Dir::Cache::archives=/nonexistent/',
    'install',
    '--yes',
    '--print-uris',
    ...packages,
  ]);
  const names = [...stdout.matchAll(/^'[^']+' (\S+\.deb) /gm)].map((match) => match[1]!);
  return names.map((name) => join(archives, name));
}

/** APT locks its lists; one that a killed start left behind may hold the lock until it has finished. */
async function apt(args: readonly string[]): Promise<{ stdout: string }> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return await run('apt-get', args);
    } catch (error) {
      if (!/could not get lock|unable to lock/i.test((error as Error).message) || Date.now() > deadline)
        throw error;
      await sleep(500);
    }
  }
}

function aptOptions(aptDir: string): string[] {
  const settings: Record<string, string> = {
    'Dir::Etc::SourceList': join(aptDir, 'sources.list'),
    'Dir::Etc::SourceParts': '-',
    'Dir::Etc::Preferences': '-',
    'Dir::Etc::PreferencesParts': '-',
    'Dir::State': aptDir,
    'Dir::State::Lists': join(aptDir, 'lists'),
    'Dir::State::status': join(aptDir, 'status'),
    'Dir::Cache': join(aptDir, 'cache'),
    'APT::Install-Recommends': '0',
    'APT::Get::AllowUnauthenticated': '0',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
    // APT's own user cannot get into a cache folder in somebody's home.
    'APT::Sandbox::User': process.getuid?.() === 0 ? 'root' : '',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

async function requireTools(): Promise<void> {
  for (const tool of ['apt-get', 'dpkg-deb', 'tar']) {
    if (await findOnPath([tool], process.env)) continue;
    throw new Error(`${tool} is not on this machine, so packages of Debian cannot be unpacked.`);
  }
}

async function keyring(): Promise<string> {
  for (const file of KEYRINGS)
    if (
      await access(file, constants.R_OK).then(
        () => true,
        () => false,
      )
    )
      return file;
  throw new Error('The package debian-archive-keyring is missing, so packages of Debian cannot be verified.');
}

/** Frees the space that the packages took: once unpacked they are not needed again. */
export async function dropArchives(aptDir: string): Promise<void> {
  await rm(join(aptDir, 'cache'), { recursive: true, force: true });
}
