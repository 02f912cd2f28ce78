import type { Connection } from 'mongoose';
import type { SitingOutcome } from '../../core/where-next/siting-outcome.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type SitingRecord, sitingResults } from './siting-collection.ts';

/** Writes what came of a run; a second time changes nothing. */
export async function writeSiting(db: Connection, runId: string, outcome: SitingOutcome): Promise<void> {
  await model<SitingRecord>(db, sitingResults).replaceOne(
    { _id: runId },
    { ...outcome, _id: runId },
    { upsert: true },
  );
}

export async function readSiting(db: Connection, runId: string): Promise<SitingOutcome | undefined> {
  const found = await model<SitingRecord>(db, sitingResults).findById(runId).lean<Stored<SitingRecord>>();
  if (!found) return undefined;
  const { id: _id, ...outcome } = fromStored<SitingRecord>(found);
  return outcome;
}

export async function discardSiting(db: Connection, runId: string): Promise<void> {
  await model<SitingRecord>(db, sitingResults).deleteOne({ _id: runId });
}
