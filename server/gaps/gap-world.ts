import type { Connection } from 'mongoose';
import type { Offer } from '../../core/directory/offer.ts';
import type { GapParams } from '../../core/gaps/gap.ts';
import type { School } from '../../core/schools/school.ts';
import type { Student } from '../../core/students/student.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import { offers } from '../directory/offer-collection.ts';
import { type MatchRecord, matches } from '../matches/match-collections.ts';
import { listSchools } from '../schools/school-store.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { students } from '../students/student-collection.ts';

/** What the gaps of some terms are computed from. */
export interface GapWorld {
  offers: Offer[];
  schools: School[];
  students: Student[];
  /** Terms for which the newest matching found nothing, by student; absent before any matching. */
  unmetByStudent?: Map<string, Set<string>>;
}

export async function loadGapWorld(
  db: Connection,
  taxonomy: Taxonomy,
  { terms }: GapParams,
): Promise<GapWorld> {
  const wanted = terms.flatMap((term) => taxonomy.within(term));
  const [offerList, schoolList, studentList, unmetByStudent] = await Promise.all([
    readOffers(db, terms),
    listSchools(db),
    readStudents(db),
    readUnmet(db, wanted),
  ]);
  return {
    offers: offerList,
    schools: schoolList,
    students: studentList,
    ...(unmetByStudent && { unmetByStudent }),
  };
}

async function readOffers(db: Connection, terms: readonly string[]): Promise<Offer[]> {
  const found = await model<Offer>(db, offers)
    .find({ termsAndAbove: { $in: terms } }, { words: 0 })
    .sort({ _id: 1 })
    .lean<Stored<Offer>[]>();
  return found.map((offer) => fromStored<Offer>(offer));
}

/** Only what gaps ask: where students are and what they need. */
async function readStudents(db: Connection): Promise<Student[]> {
  const found = await model<Student>(db, students)
    .find({}, { schoolId: 1, homeCell: 1, needs: 1, travelModes: 1 })
    .sort({ _id: 1 })
    .lean<Stored<Student>[]>();
  return found.map((student) => fromStored<Student>(student));
}

async function readUnmet(
  db: Connection,
  terms: readonly string[],
): Promise<Map<string, Set<string>> | undefined> {
  const collection = model<MatchRecord>(db, matches);
  if (!(await collection.exists({ current: true }))) return undefined;
  const found = await collection
    .find(
      { current: true, wishes: { $elemMatch: { kind: 'need', term: { $in: terms }, found: 0 } } },
      { studentId: 1, wishes: 1 },
    )
    .lean<{ studentId: string; wishes: MatchRecord['wishes'] }[]>();
  return new Map(
    found.map(({ studentId, wishes }) => [
      studentId,
      new Set(wishes.filter(isUnmet).map(({ term }) => term)),
    ]),
  );
}

function isUnmet({ kind, found }: MatchRecord['wishes'][number]): boolean {
  return kind === 'need' && found === 0;
}
