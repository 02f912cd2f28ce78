import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { assessmentGoals, type GoalRecord } from './assessment-collections.ts';

/** The goals of these districts in a year, by id. */
export async function goalsOf(
  db: Connection,
  districtIds: readonly string[],
  year: number,
): Promise<GoalRecord[]> {
  const found = await goalsIn(db)
    .find({ districtId: { $in: [...districtIds] }, year })
    .sort({ _id: 1 })
    .lean<Stored<GoalRecord>[]>();
  return found.map((goal) => fromStored<GoalRecord>(goal));
}

export async function readGoal(db: Connection, id: string): Promise<GoalRecord | undefined> {
  const found = await goalsIn(db).findById(id).lean<Stored<GoalRecord>>();
  return found ? fromStored<GoalRecord>(found) : undefined;
}

export async function insertGoal(db: Connection, goal: GoalRecord): Promise<void> {
  await goalsIn(db).create(toStored(goal));
}

/** Writes the next version. False where somebody else has written it before. */
export async function replaceGoal(db: Connection, next: GoalRecord): Promise<boolean> {
  const { matchedCount } = await goalsIn(db).replaceOne(
    { _id: next.id, version: next.version - 1 },
    toStored(next),
  );
  return matchedCount === 1;
}

const goalsIn = (db: Connection) => model<GoalRecord>(db, assessmentGoals);
