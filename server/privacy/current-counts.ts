import type { Connection } from 'mongoose';
import { type CountState, isCountDue } from '../../core/privacy/is-count-due.ts';
import { countStudents, type StudentCounts } from '../../core/privacy/student-counts.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { countPlacements } from '../plans/placement-store.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';
import { hasMatches, readCountedStudents, readSchoolSizes, readUnmet } from './read-counted-students.ts';
import { readPlaced } from './read-placed.ts';
import { readThreshold } from './read-threshold.ts';
import type { StudentCountRecord } from './student-count-collection.ts';
import { readStudentCounts, writeStudentCounts } from './student-count-store.ts';

/**
 * The count of the students from which every figure is worked out: the newest one, or a new one if it is due.
 * All questions of a week get the same.
 */
export async function currentCounts(db: Connection, rules: Rules, now: Date): Promise<StudentCounts> {
  const [last, state] = await Promise.all([readStudentCounts(db), readState(db, now)]);
  if (last && !isCountDue(last, state)) return last;
  const next = await countAgain(db, rules, state, last);
  const isWritten = await writeStudentCounts(
    db,
    { ...next, bySchool: [...state.bySchool], placements: state.placements },
    last,
  );
  return (isWritten ? next : await readStudentCounts(db)) ?? next;
}

async function readState(db: Connection, now: Date): Promise<CountState> {
  const [bySchool, matched, threshold, placements] = await Promise.all([
    readSchoolSizes(db),
    hasMatches(db),
    readThreshold(db),
    countPlacements(db),
  ]);
  return { today: utcDay(now), threshold, matched, bySchool, placements };
}

async function countAgain(
  db: Connection,
  { taxonomy }: Rules,
  { today, threshold, matched }: CountState,
  last: StudentCountRecord | undefined,
): Promise<StudentCounts> {
  const [students, schools, placed, unmetByStudent] = await Promise.all([
    readCountedStudents(db),
    listSchools(db),
    readPlaced(db),
    matched ? readUnmet(db) : undefined,
  ]);
  const schoolIds = schools.map(({ id }) => id);
  const input = { students, schoolIds, placed, taxonomy, threshold, countedOn: today };
  return countStudents({ ...input, ...(unmetByStudent && { unmetByStudent }) }, last);
}
