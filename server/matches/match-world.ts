import { createHash } from 'node:crypto';
import type { Offer } from '../../core/directory/offer.ts';
import type { RunFinding } from '../../core/jobs/run-finding.ts';
import { approvalKey } from '../../core/matching/approvals.ts';
import { matcherOn, matchInputKey } from '../../core/matching/create-matcher.ts';
import type { EligibleNeed } from '../../core/matching/eligible-offers.ts';
import { findOfferFaults } from '../../core/matching/find-offer-faults.ts';
import { isNeverOpen } from '../../core/matching/in-open-weeks.ts';
import type { StudentMatches } from '../../core/matching/match.ts';
import { withApprovals } from '../../core/matching/prepare-matching.ts';
import { countStudentFaults, type StudentFaults } from '../../core/matching/student-faults.ts';
import { approvalsOf } from '../agreements/approved.ts';
import type { Deps } from '../deps.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { MatchableStudent } from '../students/matchable-student.ts';
import { readWorld } from './read-world.ts';

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
  const { offers: offerList, schools: schoolList, prepared } = await readWorld({ db, rules }, today);
  const approvals = await approvalsOf({ db, rules }, schoolList, today);
  const matcher = matcherOn(withApprovals(prepared, approvals));
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
  const atSchool = new Map(
    [...approvals].map(([id, approval]) => [id, hash(world + approvalKey(approval))] as const),
  );
  const byId = new Map(offerList.map((offer) => [offer.id, offer]));
  return {
    eligible: (student) => matcher.eligible(student),
    offers: matcher.offerIds.flatMap((id) => byId.get(id) ?? []),
    match: (student) => matcher.matchStudent(student),
    fingerprint: (student) =>
      `${atSchool.get(student.schoolId) ?? world}.${studentFingerprint(sealing, student)}`,
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

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
