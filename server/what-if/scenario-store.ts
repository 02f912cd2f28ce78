import type { Connection } from 'mongoose';
import type { ScenarioDraft } from '../../core/what-if/scenario.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type ScenarioRecord, scenarios } from './scenario-collection.ts';

/** How long a deletion can be undone. */
const UNDO_DAYS = 7;
const DAY_MS = 86_400_000;

export async function createScenario(db: Connection, record: ScenarioRecord): Promise<void> {
  await scenariosOf(db).create(toStored<ScenarioRecord>(record));
}

/** Also one that is deleted, as long as that can be undone. */
export async function readScenario(db: Connection, id: string): Promise<ScenarioRecord | undefined> {
  const found = await scenariosOf(db).findById(id).lean<Stored<ScenarioRecord>>();
  return found ? fromStored<ScenarioRecord>(found) : undefined;
}

/** Those that changed last come first. */
export async function listScenarios(db: Connection, limit: number): Promise<ScenarioRecord[]> {
  const found = await scenariosOf(db)
    .find({ clearAt: { $exists: false } })
    .sort({ changedAt: -1 })
    .limit(limit)
    .lean<Stored<ScenarioRecord>[]>();
  return found.map((record) => fromStored<ScenarioRecord>(record));
}

/** How many an account keeps. */
export function countScenarios(db: Connection, accountId: string): Promise<number> {
  return scenariosOf(db).countDocuments({ accountId, clearAt: { $exists: false } });
}

/** Whether it was written: false where it is no longer at the version that was changed. */
export async function writeScenario(
  db: Connection,
  id: string,
  version: number,
  draft: ScenarioDraft,
  now: Date,
): Promise<boolean> {
  const next = { ...draft, version: version + 1, changedAt: now.toISOString() };
  const { matchedCount } = await scenariosOf(db).updateOne(
    { _id: id, version, clearAt: { $exists: false } },
    { $set: next },
  );
  return matchedCount === 1;
}

export async function deleteScenario(db: Connection, id: string, now: Date): Promise<void> {
  const clearAt = new Date(now.getTime() + UNDO_DAYS * DAY_MS);
  await scenariosOf(db).updateOne({ _id: id }, { $set: { clearAt } });
}

export async function restoreScenario(db: Connection, id: string): Promise<void> {
  await scenariosOf(db).updateOne({ _id: id }, { $unset: { clearAt: 1 } });
}

const scenariosOf = (db: Connection) => model<ScenarioRecord>(db, scenarios);
