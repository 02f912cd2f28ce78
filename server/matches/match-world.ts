import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Offer } from '../../core/directory/offer.ts';
import type { RunFinding } from '../../core/jobs/run-finding.ts';
import { createMatcher, matchInputKey } from '../../core/matching/create-matcher.ts';
import type { EligibleNeed } from '../../core/matching/eligible-offers.ts';
import { findOfferFaults } from '../../core/matching/find-offer-faults.ts';
import { comingMonday, inOpenWeeks, isNeverOpen } from '../../core/matching/in-open-weeks.ts';
import type { StudentMatches } from '../../core/matching/match.ts';
import { countStudentFaults, type StudentFaults } from '../../core/matching/student-faults.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { offers } from '../directory/offer-collection.ts';
import { schools } from '../schools/school-collection.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { readDistrict } from '../settings/district-store.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import type { MatchableStudent } from '../students/matchable-student.ts';

/** Everything that matching asks except the student, loaded once a run and worker. */
export interface MatchWorld {
  match(student: MatchableStudent): StudentMatches;
  /** Each need of a student with every offer that passes the limits. */
  eligible(student: MatchableStudent): EligibleNeed[];
  /** The offers that can be matched, in the positions of `eligible`. */
  offers: readonly Offer[];
  /** Hash of all that decides this student's result: the same fingerprint means the same matches. */
  fingerprint(student: MatchableStudent): string;
  /** What of the directory could not be used as it stands. */
  offerFaults(): RunFinding[];
  /** The same of students, who are shown to it one after another. */
  studentFaults(): StudentFaults;
}

export async function loadMatchWorld(
  { db, rules, sealing }: Pick<Deps, 'db' | 'rules' | 'sealing'>,
  today: string,
): Promise<MatchWorld> {
  const [stored, schoolList, district] = await Promise.all([
    readOffers(db),
    readSchools(db),
    readDistrict(db),
  ]);
  const offerList = inOpenWeeks(stored, {
    timezone: district?.timezone ?? 'UTC',
    from: comingMonday(today),
    weeks: rules.matching.horizonWeeks,
  });
  const matcher = createMatcher({
    offers: offerList,
    schools: schoolList,
    taxonomy: rules.taxonomy,
    rules: rules.matching,
    travel: rules.travel,
    today,
  });
  const world = hash(
    JSON.stringify([
      offerList,
      schoolList,
      rules.taxonomy.terms,
      rules.matching,
      rules.travel,
      today.slice(0, 7),
    ]),
  );
  const byId = new Map(offerList.map((offer) => [offer.id, offer]));
  return {
    eligible: (student) => matcher.eligible(student),
    offers: matcher.offerIds.flatMap((id) => byId.get(id) ?? []),
    match: (student) => matcher.matchStudent(student),
    fingerprint: (student) => `${world}.${studentFingerprint(sealing, student)}`,
    offerFaults: () => findOfferFaults(offerList, rules.taxonomy, isNeverOpen),
    studentFaults: () => countStudentFaults(schoolList, rules.taxonomy),
  };
}

/**
 * The student's own part of a fingerprint: while it stays the same, the student's facts have not changed. Keyed: most of
 * what goes into it lies in the open, and who has the database must not find the rest by trying.
 */
export function studentFingerprint(sealing: Sealing, student: MatchableStudent): string {
  return sealing.keyedHash(matchInputKey(student), 'match input');
}

/** Sorted by id, so that the order in which MongoDB answers decides nothing. */
async function readOffers(db: Connection): Promise<Offer[]> {
  const found = await model<Offer>(db, offers)
    .find({}, { words: 0 })
    .sort({ _id: 1 })
    .lean<Stored<Offer>[]>();
  return found.map((offer) => fromStored<Offer>(offer));
}

async function readSchools(db: Connection): Promise<School[]> {
  const found = await model<School>(db, schools).find().sort({ _id: 1 }).lean<Stored<School>[]>();
  return found.map((school) => fromStored<School>(school));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
