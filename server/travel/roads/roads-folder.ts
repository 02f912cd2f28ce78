import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BoundingBox } from '../../../core/geo/point.ts';

/** One build of the roads: what it was made of and with. */
export const RoadsBuild = z.object({
  /** Of the extract's content, the engine and how it was asked to build. */
  version: z.string().regex(/^[0-9a-f]{16}$/),
  engine: z.string(),
  extract: z.object({ name: z.string(), bytes: z.int(), sha256: z.string() }),
  /** What the extract says it covers. */
  bounds: BoundingBox.optional(),
  builtAt: z.string(),
});
export type RoadsBuild = z.infer<typeof RoadsBuild>;

/** Names the build in use: written aside and renamed, so that there is always a whole one. */
export const CURRENT = 'current.json';

/** The build in use; undefined where none has been made. Read in one go: it decides an engine's version. */
export function readRoads(roadsDir: string): RoadsBuild | undefined {
  let text: string;
  try {
    text = readFileSync(join(roadsDir, CURRENT), 'utf8');
  } catch {
    return undefined;
  }
  return RoadsBuild.parse(JSON.parse(text));
}

export function tileDirOf(roadsDir: string, version: string): string {
  return join(roadsDir, 'versions', version);
}
