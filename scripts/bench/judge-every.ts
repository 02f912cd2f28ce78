import { courtFor, judgeOffer } from '../../core/matching/judge-offer.ts';
import type { MatchOffer, MatchSchool, MatchStudent } from '../../core/matching/match-input.ts';
import { offerColumns } from '../../core/matching/offer-columns.ts';
import { studentViewer } from '../../core/matching/student-view.ts';
import { termIndex } from '../../core/matching/term-index.ts';
import { wishesOf } from '../../core/matching/wishes.ts';
import type { Rules } from '../../server/rules.ts';

/** The plain way for one student: every offer of the wished terms is judged. @returns how many no limit removed */
export function judgeEvery(
  offers: readonly MatchOffer[],
  schools: readonly MatchSchool[],
  { taxonomy, matching, travel }: Rules,
): (student: MatchStudent) => number {
  const columns = offerColumns(offers);
  const index = termIndex(columns.offers, taxonomy);
  const viewOf = studentViewer(columns, matching, '2026-11-22');
  const schoolById = new Map(schools.map((school) => [school.id, school]));
  return (student) => {
    const court = courtFor(viewOf(student, schoolById.get(student.schoolId)), columns, travel);
    let left = 0;
    for (const { term } of wishesOf(student))
      for (const { offer } of index.candidates(term))
        if (typeof judgeOffer(court, offer) === 'object') left++;
    return left;
  };
}
