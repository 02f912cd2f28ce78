import type { OfferView } from '../../core/directory/offer-view.ts';
import { concealCircumstances } from '../../core/matching/conceal-circumstances.ts';
import type { WishMatches } from '../../core/matching/match.ts';
import { isSameWeighting, type Weighting, weightingOf } from '../../core/matching/weighting.ts';
import type { Redaction } from '../../core/policy/actions.ts';
import type { Deps } from '../deps.ts';
import { readJob } from '../jobs/job-store.ts';
import type { MatchableStudent } from '../students/matchable-student.ts';
import { matchingRulesOf } from '../weights/matching-rules-of.ts';
import { currentMatches } from './match-store.ts';
import { studentFingerprint } from './match-world.ts';
import { offersOf } from './offers-of.ts';

export interface StudentMatchesView {
  studentId: string;
  run: { id: string; number: number; finishedAt: string | undefined } | null;
  /** The student's facts or the weights have changed since, or nothing has been matched yet. */
  stale: boolean;
  /** By which the scores came about; without matches, those that hold now. */
  weighting: Weighting;
  wishes: WishMatches[];
  /** The offers that the wishes name. One that has left the directory since is not among them. */
  offers: Record<string, OfferView>;
}

/** What the newest complete run found for a student, with the offers: a constant number of round trips. */
export async function readStudentMatches(
  deps: Deps,
  student: MatchableStudent,
  now: Date,
  redact: ReadonlySet<Redaction>,
): Promise<StudentMatchesView> {
  const [found, weighting] = await Promise.all([
    currentMatches(deps, student.id),
    matchingRulesOf(deps.db, deps.rules, student.districtId).then(weightingOf),
  ]);
  if (!found) return { studentId: student.id, run: null, stale: true, weighting, wishes: [], offers: {} };
  const shownBy = found.weighting ?? weightingOf(deps.rules.matching);
  const { wishes } = found.matches;
  const [run, offers] = await Promise.all([
    readJob(deps.db, found.runId),
    offersOf(deps, student, offerIds(wishes), now),
  ]);
  return {
    studentId: student.id,
    run: run ? { id: run.id, number: run.number, finishedAt: run.finishedAt } : null,
    stale:
      found.fingerprint.split('.')[1] !== studentFingerprint(deps.sealing, student) ||
      !isSameWeighting(shownBy, weighting),
    weighting: shownBy,
    wishes: redact.has('circumstances') ? concealCircumstances(wishes) : wishes,
    offers,
  };
}

function offerIds(wishes: readonly WishMatches[]): string[] {
  const ids = wishes.flatMap(({ matches, nearest }) => [...matches, ...(nearest ? [nearest] : [])]);
  return ids.map(({ offerId }) => offerId);
}
