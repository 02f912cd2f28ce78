import type { Connection } from 'mongoose';
import { hasSmallPart } from '../../core/privacy/suppress.ts';
import type { Student } from '../../core/students/student.ts';
import { model } from '../store/collection.ts';
import { students } from '../students/student-collection.ts';
import { type MatchRecord, matches } from './match-collections.ts';

/** What the students of a school need. Figures are null where they are hidden. */
export interface SchoolNeed {
  term: string;
  students: number | null;
  urgent: number | null;
  matched: number | null;
  unmet: number | null;
  hidden: boolean;
}

interface Counts {
  _id: string;
  students: number;
  urgent: number;
}

/** Needs by term, most frequent first. With `hideSmall`, a row in which fewer than 10 students can be told is hidden. */
export async function readSchoolNeeds(
  db: Connection,
  schoolId: string,
  hideSmall: boolean,
): Promise<SchoolNeed[]> {
  const [asked, found] = await Promise.all([countNeeds(db, schoolId), countMatched(db, schoolId)]);
  const matchedByTerm = new Map(found.map(({ _id, matched, unmet }) => [_id, { matched, unmet }]));
  return asked.map(({ _id: term, ...counts }) => {
    const row = { term, ...counts, ...(matchedByTerm.get(term) ?? { matched: 0, unmet: 0 }) };
    const { students: total, urgent, matched, unmet } = row;
    const hidden = hideSmall && hasSmallPart([total, urgent, total - urgent, matched, unmet]);
    return hidden
      ? { term, students: null, urgent: null, matched: null, unmet: null, hidden }
      : { ...row, hidden };
  });
}

function countNeeds(db: Connection, schoolId: string): Promise<Counts[]> {
  return model<Student>(db, students).aggregate<Counts>([
    { $match: { schoolId } },
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
