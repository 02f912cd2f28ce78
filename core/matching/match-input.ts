import type { Offer } from '../directory/offer.ts';
import type { School } from '../schools/school.ts';
import type { Circumstances } from '../students/circumstances.ts';
import type { Interest, Need, Student } from '../students/student.ts';

/** What matching reads of an offer; whole offers fit. */
export type MatchOffer = Pick<
  Offer,
  | 'id'
  | 'organizationId'
  | 'confidentiality'
  | 'point'
  | 'terms'
  | 'eligibility'
  | 'residenceAreas'
  | 'hours'
  | 'hoursKnown'
  | 'languages'
  | 'free'
  | 'cost'
  | 'placesFree'
  | 'sessionMinutes'
> & {
  /** Where its weeks differ: which pattern each has, as pairs of minutes since Monday 00:00. Else `hours` are of all. */
  openWeeks?: { from: string; weeks: number[]; patterns: number[][] } | undefined;
};

/** What matching reads of a school. */
export type MatchSchool = Pick<School, 'id' | 'point' | 'dayStartsAt' | 'dayEndsAt'>;

/** What matching reads of a student. */
export type MatchStudent = Pick<
  Student,
  'id' | 'schoolId' | 'grade' | 'birthMonth' | 'languages' | 'freeTimes' | 'travelModes' | 'homeCell'
> & {
  needs: readonly Pick<Need, 'term' | 'urgency'>[];
  interests: readonly Pick<Interest, 'term' | 'strength'>[];
  /** Organizations the student has been with before. Absent or empty: not known. */
  knownOrganizationIds?: readonly string[];
  /** Absent: none of them is known. */
  circumstances?: Circumstances | undefined;
};
