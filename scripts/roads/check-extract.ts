import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { BoundingBox } from '../../core/geo/point.ts';
import type { RoadsBuild } from '../../server/travel/roads/roads-folder.ts';
import { Refusal } from '../start/refusal.ts';
import { fieldsOf, unzigzag } from './read-proto.ts';

/** A file's parts begin with their length; of a header no more than this (wiki.openstreetmap.org, "PBF Format"). */
const LONGEST_HEADER = 64 * 1024;

export type CheckedExtract = Pick<RoadsBuild, 'extract' | 'bounds'>;

/** Walks over the parts of an OpenStreetMap extract, so that a wrong file is refused before hours of work. */
export async function checkExtract(path: string): Promise<CheckedExtract> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`${path} cannot be read (${error.code}).`);
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Refusal(`${path} is not a file.`);
    const bounds = await walkParts(file, path, stats.size);
    const extract = { name: basename(path), bytes: stats.size, sha256: await hashOf(path) };
    return bounds ? { extract, bounds } : { extract };
  } finally {
    await file.close();
  }
}

async function walkParts(file: FileHandle, path: string, size: number): Promise<BoundingBox | undefined> {
  const noExtract = (): never => {
    throw new Refusal(`${path} is not an OpenStreetMap extract: a file that ends in .osm.pbf is needed.`);
  };
  let bounds: BoundingBox | undefined;
  let parts = 0;
  for (let at = 0; at < size; parts++) {
    const length = (await read(file, at, 4).catch(parts === 0 ? noExtract : cutOff(path))).readUInt32BE();
    if (length === 0 || length > LONGEST_HEADER) return noExtract();
    const part = partOf(await read(file, at + 4, length).catch(cutOff(path)));
    if (!part || (parts === 0) !== (part.type === 'OSMHeader')) return noExtract();
    const body = at + 4 + length;
    if (parts === 0) bounds = boundsIn(await read(file, body, part.bytes).catch(cutOff(path)));
    at = body + part.bytes;
    if (at > size) return cutOff(path)();
  }
  if (parts < 2) throw new Refusal(`${path} holds no map: it has no part with data.`);
  return bounds;
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new RangeError('the file ends too early');
  return buffer;
}

function cutOff(path: string): () => never {
  return () => {
    throw new Refusal(`${path} is cut off: its last part is not whole. Fetch the file again.`);
  };
}

/** What a part's header says of it. */
function partOf(header: Buffer): { type: string; bytes: number } | undefined {
  try {
    const fields = fieldsOf(header);
    const type = fields.find(({ number }) => number === 1)?.bytes?.toString();
    const bytes = fields.find(({ number }) => number === 3)?.value;
    return type !== undefined && bytes !== undefined ? { type, bytes } : undefined;
  } catch {
    return undefined;
  }
}

/** The box that the extract's header names, where it names one. */
function boundsIn(blob: Buffer): BoundingBox | undefined {
  const fields = fieldsOf(blob);
  const raw = fields.find(({ number }) => number === 1)?.bytes;
  const packed = fields.find(({ number }) => number === 3)?.bytes;
  const header = raw ?? (packed && inflateSync(packed));
  const box = header && fieldsOf(header).find(({ number }) => number === 1)?.bytes;
  if (!box) return undefined;
  const sides = new Map(fieldsOf(box).map(({ number, value }) => [number, unzigzag(value ?? 0) / 1e9]));
  const [west, east, north, south] = [1, 2, 3, 4].map((number) => sides.get(number) ?? 0);
  return [west!, south!, east!, north!];
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
