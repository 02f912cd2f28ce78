import type { Connection } from 'mongoose';
import type { Student } from '../../core/students/student.ts';
import { model } from '../store/collection.ts';
import { ON_ROLL } from '../students/on-roll.ts';
import { students } from '../students/student-collection.ts';
import { type MatchRecord, matches } from './match-collections.ts';
import { countStudents } from './scope-students.ts';

/** How many students of a school need something. Figures are null where they are hidden. */
export interface SchoolNeed {
  term: string;
  students: number | null;
  urgent: number | null;
  matched: number | null;
  unmet: number | null;
  hidden: boolean;
}

export interface SchoolNeeds {
  /** Most frequent first. */
  items: SchoolNeed[];
  /** Of the school in all; null where hidden. */
  students: number | null;
  /** From how many students on a row is told, and when they were counted; absent where all is told, as of now. */
  threshold?: number;
  countedOn?: string;
}

interface Counts {
  _id: string;
  students: number;
  urgent: number;
}

/** Every need of a school by its own term, for people who may see small numbers. */
export async function readSchoolNeeds(db: Connection, schoolId: string): Promise<SchoolNeeds> {
  const [asked, found, inAll] = await Promise.all([
    countNeeds(db, schoolId),
    countMatched(db, schoolId),
    countStudents(db, { scope: 'school', schoolId }),
  ]);
  const matchedByTerm = new Map(found.map(({ _id, matched, unmet }) => [_id, { matched, unmet }]));
  const items = asked.map(({ _id: term, ...counts }) => {
    const matching = matchedByTerm.get(term) ?? { matched: 0, unmet: 0 };
    return { term, ...counts, ...matching, hidden: false };
  });
  return { items, students: inAll };
}

function countNeeds(db: Connection, schoolId: string): Promise<Counts[]> {
  return model<Student>(db, students).aggregate<Counts>([
    { $match: { schoolId, ...ON_ROLL } },
    { $unwind: '$needs' },
    {
      $group: {
        _id: '$needs.term',
        students: { $sum: 1 },
        urgent: { $sum: { $cond: [{ $eq: ['$needs.urgency', 3] }, 1, 0] } },
      },
    },
    { $sort: { students: -1, _id: 1 } },
  ]);
}

function countMatched(
  db: Connection,
  schoolId: string,
): Promise<{ _id: string; matched: number; unmet: number }[]> {
  return model<MatchRecord>(db, matches).aggregate([
    { $match: { schoolId, current: true } },
    { $sort: { studentId: 1, runNumber: -1 } },
    { $group: { _id: '$studentId', wishes: { $first: '$wishes' } } },
    { $unwind: '$wishes' },
    { $match: { 'wishes.kind': 'need' } },
    {
      $group: {
        _id: '$wishes.term',
        matched: { $sum: { $cond: [{ $gt: ['$wishes.found', 0] }, 1, 0] } },
        unmet: { $sum: { $cond: [{ $gt: ['$wishes.found', 0] }, 0, 1] } },
      },
    },
  ]);
}
