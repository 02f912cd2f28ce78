import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Connection } from 'mongoose';
import type { GapResult } from '../../core/gaps/gap.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type GapRecord, gapResults } from './gap-collection.ts';

/** Writes the figures of a run; a second time changes nothing. */
export async function writeGapResult(db: Connection, runId: string, result: GapResult): Promise<void> {
  const { byArea, ...rest } = result;
  const packedAreas = byArea && deflateRawSync(JSON.stringify(byArea), { level: 1 });
  await model<GapRecord>(db, gapResults).replaceOne(
    { _id: runId },
    { ...rest, ...(packedAreas && { packedAreas }), _id: runId },
    { upsert: true },
  );
}

/** Figures from before students were counted apart are taken for not there: they were hidden by weaker rules. */
export async function readGapResult(db: Connection, runId: string): Promise<GapResult | undefined> {
  const found = await model<GapRecord>(db, gapResults).findById(runId).lean<Stored<GapRecord>>();
  if (found?.countedOn === undefined) return undefined;
  const { id: _id, packedAreas, ...result } = fromStored<GapRecord>(found);
  return packedAreas ? { ...result, byArea: unpackAreas(packedAreas) } : result;
}

function unpackAreas(packed: NonNullable<GapRecord['packedAreas']>): GapResult['byArea'] {
  const bytes = Buffer.isBuffer(packed) ? packed : packed.buffer;
  return JSON.parse(inflateRawSync(bytes).toString('utf8'));
}
