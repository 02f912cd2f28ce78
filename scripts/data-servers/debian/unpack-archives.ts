import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';

/** What nothing of ours ever reads. */
const UNWANTED = [
  './usr/share/doc',
  './usr/share/man',
  './usr/share/locale',
  './usr/share/perl',
  './etc',
  './var',
];
/** Unpacking is all decompression: two at a time use a small machine well. */
const AT_ONCE = 2;

/** Unpacks package files into one folder, as dpkg would, but for scripts and owners. */
export async function unpackArchives(archives: readonly string[], root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  const queue = [...archives];
  const worker = async (): Promise<void> => {
    for (let archive = queue.shift(); archive; archive = queue.shift()) await unpack(archive, root);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function unpack(archive: string, root: string): Promise<void> {
  const excludes = UNWANTED.map((path) => `--exclude=${path}`);
  const source = spawn('dpkg-deb', ['--fsys-tarfile', archive], { stdio: ['ignore', 'pipe', 'ignore'] });
  const tar = spawn('tar', ['-x', '-C', root, '--no-same-owner', '--no-same-permissions', ...excludes], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // tar may end before it has read all; its exit code tells whether that was right.
  tar.stdin.on('error', () => undefined);
  source.stdout.pipe(tar.stdin);
  const codes = await Promise.all(
    [source, tar].map(async (child) => (await once(child, 'exit'))[0] as number),
  );
  if (codes.some((code) => code !== 0)) throw new Error(`${archive} cannot be unpacked.`);
}
