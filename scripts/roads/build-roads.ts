import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { openValhalla, valhallaVersion } from '../../server/travel/roads/open-valhalla.ts';
import { CURRENT, type RoadsBuild, readRoads, tileDirOf } from '../../server/travel/roads/roads-folder.ts';
import { buildingConfig } from '../../server/travel/roads/valhalla-config.ts';
import type { ValhallaAsk } from '../../server/travel/valhalla/valhalla-ask.ts';
import { Refusal } from '../start/refusal.ts';
import { buildTiles } from './build-tiles.ts';
import type { CheckedExtract } from './check-extract.ts';

/** Tiles and what lies beside them while they are made, times the size of an extract; extracts of states took 2 to 4. */
const ROOM = 5;
const BUILDING = 'building-';

export interface BuildOptions {
  roadsDir: string;
  path: string;
  checked: CheckedExtract;
  builtAt: Date;
  say(line: string): void;
  /** Looks at the new roads before they are used. @throws Refusal where they are of no use */
  judge(ask: ValhallaAsk): Promise<void>;
}

/**
 * Builds roads in a folder of their own, looks at them, and makes them the ones in use with one rename. Broken off at
 * any moment it leaves those in use that were; what is left of it goes with the next build.
 */
export async function buildRoads(options: BuildOptions): Promise<RoadsBuild> {
  const { roadsDir, path, checked, say } = options;
  const engine = await valhallaVersion();
  if (engine === undefined)
    throw new Refusal(
      'The package @valhallajs/valhallajs is not installed, or has nothing for this kind of computer. It is optional: npm install --include=optional brings it, and without it travel goes by the straight line.',
    );
  const version = versionOf(checked, engine);
  await mkdir(join(roadsDir, 'versions'), { recursive: true });
  const before = readRoads(roadsDir);
  if (before?.version === version) {
    say('These roads are in use already.');
    return before;
  }
  await refuseWithoutRoom(roadsDir, checked.extract.bytes);
  await removeLeftOvers(roadsDir);
  const building = join(roadsDir, `${BUILDING}${process.pid}`);
  await mkdir(building);
  try {
    await buildTiles(path, building, say);
    await refuseWithoutTiles(building, path);
    await options.judge(await openValhalla(building));
    const tileDir = tileDirOf(roadsDir, version);
    await rm(tileDir, { recursive: true, force: true });
    await rename(building, tileDir);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  const build = { version, engine, ...checked, builtAt: options.builtAt.toISOString() };
  await writeCurrent(roadsDir, build);
  await removeOlder(roadsDir, [version, before?.version]);
  return build;
}

function versionOf({ extract }: CheckedExtract, engine: string): string {
  const asked = JSON.stringify(buildingConfig(''));
  return createHash('sha256').update(`${extract.sha256} ${engine} ${asked}`).digest('hex').slice(0, 16);
}

async function refuseWithoutRoom(roadsDir: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(roadsDir);
  const [free, needed] = [bavail * bsize, bytes * ROOM];
  if (free >= needed) return;
  const mb = (size: number) => `${Math.ceil(size / 1e6)} MB`;
  throw new Refusal(
    `${roadsDir} has ${mb(free)} free; building may need ${mb(needed)}. Nothing has been changed.`,
  );
}

async function refuseWithoutTiles(building: string, path: string): Promise<void> {
  const files = await readdir(building, { recursive: true });
  if (!files.some((name) => name.endsWith('.gph')))
    throw new Refusal(`${path} holds no roads. Nothing has been changed.`);
}

/** Written aside, flushed and renamed: a reader finds the old one or the new one, whole. */
async function writeCurrent(roadsDir: string, build: RoadsBuild): Promise<void> {
  const own = join(roadsDir, `${CURRENT}.${process.pid}`);
  const file = await open(own, 'w');
  await file.writeFile(JSON.stringify(build, null, 2));
  await file.sync();
  await file.close();
  await rename(own, join(roadsDir, CURRENT));
}

/** What broken-off builds left, but not the folder of one that is under way. */
async function removeLeftOvers(roadsDir: string): Promise<void> {
  for (const name of await readdir(roadsDir)) {
    const pid = name.startsWith(BUILDING) ? Number(name.slice(BUILDING.length)) : undefined;
    if (pid !== undefined && !isAlive(pid)) await rm(join(roadsDir, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The build before stays for those who are still reading it. */
async function removeOlder(roadsDir: string, kept: readonly (string | undefined)[]): Promise<void> {
  const versions = join(roadsDir, 'versions');
  for (const name of await readdir(versions))
    if (!kept.includes(name)) await rm(join(versions, name), { recursive: true, force: true });
}

/** In bytes. */
export async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const stats = await Promise.all(names.map((name) => stat(join(folder, name))));
  return stats.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
