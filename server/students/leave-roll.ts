import type { Connection } from 'mongoose';
import { type MatchRecord, matches } from '../matches/match-collections.ts';
import { type PlacementRecord, placements } from '../plans/plan-collections.ts';
import { model, type Stored } from '../store/collection.ts';
import { ON_ROLL } from './on-roll.ts';
import { type StudentRecord, students } from './student-collection.ts';

/**
 * Notes that students have left. Their matches are not current any more, and others can have their places. The record
 * comes last: broken off, it is done again.
 */
export async function leaveRoll(db: Connection, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await placementsIn(db).updateMany({ studentId: { $in: ids } }, {
    $set: { hasLeft: true },
    $unset: { place: 1 },
  } as object);
  await model<MatchRecord>(db, matches).updateMany(
    { studentId: { $in: ids }, current: true },
    { $set: { current: false } },
  );
  await studentsIn(db).updateMany({ _id: { $in: ids }, ...ON_ROLL } as object, { $set: { leftAt: at } });
}

/** Brings students back who had left: with all that was theirs; what matching found comes with the next run. */
export async function returnToRoll(db: Connection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await placementsIn(db).updateMany({ studentId: { $in: ids }, hasLeft: true }, {
    $unset: { hasLeft: 1 },
  } as object);
  await studentsIn(db).updateMany({ _id: { $in: ids } }, { $unset: { leftAt: 1 } } as object);
}

/** Those of these students who have left. */
export async function whoHasLeft(db: Connection, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await studentsIn(db)
    .find({ _id: { $in: [...new Set(ids)] }, leftAt: { $exists: true } } as object, { _id: 1 })
    .lean<Stored<{ id: string }>[]>();
  return new Set(found.map(({ _id }) => _id));
}

const placementsIn = (db: Connection) => model<PlacementRecord>(db, placements);
const studentsIn = (db: Connection) => model<StudentRecord>(db, students);
