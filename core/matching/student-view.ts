import { checkEligibility, firstLimit } from '../eligibility/check-eligibility.ts';
import { cellCenter } from '../geo/cell-center.ts';
import type { Position } from '../geo/point.ts';
import { type UnitVector, unitVector } from '../geo/sphere-points.ts';
import { readClock } from '../schedule/clock.ts';
import type { WeeklySpan } from '../schedule/schedule.ts';
import { mergeSpans } from '../schedule/weekly-spans.ts';
import type { TravelMode } from '../travel/travel.ts';
import { USUAL_MODES } from '../travel/trip.ts';
import type { Limit, MatchingRules } from './match.ts';
import type { MatchSchool, MatchStudent } from './match-input.ts';
import { type MeetingTimes, meetingTimes } from './meeting-times.ts';
import type { OfferColumns, Shared } from './offer-columns.ts';
import { continuityFactor, languageFactor } from './score.ts';

/** Where a trip begins. */
export interface Origin {
  from: 'school' | 'home';
  position: Position;
  vector: UnitVector;
}

/** A student as the search sees one: places looked up, and an answer kept for each value that offers share. */
export interface StudentView {
  student: MatchStudent;
  /** Where the student comes from in the afternoon of a school day, and in the evening or at the weekend. */
  afternoonOrigin: Origin | undefined;
  eveningOrigin: Origin | undefined;
  home: Position | undefined;
  modes: readonly TravelMode[];
  freeTimes: readonly WeeklySpan[];
  /** Minute of the day at which school ends; undefined: not known, so an afternoon may begin at any time. */
  dayEndsAt: number | undefined;
  meeting(offer: number): MeetingTimes;
  eligibilityLimit(offer: number): Limit | undefined;
  languageFactor(offer: number): number;
  continuityFactor(offer: number): number;
}

export interface ViewContext {
  columns: OfferColumns;
  rules: MatchingRules;
  today: string;
}

export function studentView(
  student: MatchStudent,
  school: MatchSchool | undefined,
  { columns, rules, today }: ViewContext,
): StudentView {
  const schoolOrigin = originAt('school', school?.point?.coordinates);
  const home = cellCenter(student.homeCell);
  const homeOrigin = originAt('home', home);
  const freeTimes = mergeSpans(student.freeTimes);
  return {
    student,
    afternoonOrigin: schoolOrigin ?? homeOrigin,
    eveningOrigin: homeOrigin ?? schoolOrigin,
    home,
    modes: student.travelModes.length > 0 ? student.travelModes : USUAL_MODES,
    freeTimes,
    dayEndsAt: readClock(school?.dayEndsAt),
    meeting: keep(columns.hours, (hours) => meetingTimes(hours, freeTimes, rules.minimumOverlapMinutes)),
    eligibilityLimit: keep(columns.access, ({ eligibility, areas }) =>
      firstLimit(checkEligibility({ ...student, today }, eligibility, areas, home)),
    ),
    languageFactor: keep(columns.languages, (codes) => languageFactor(codes, student.languages)),
    continuityFactor: keep(columns.organizations, (id) =>
      continuityFactor(id, student.knownOrganizationIds ?? []),
    ),
  };
}

function originAt(from: Origin['from'], position: Position | undefined): Origin | undefined {
  return position && { from, position, vector: unitVector(position) };
}

/** Answers by offer, computed once for each shared value. */
function keep<T, A>({ values, of }: Shared<T>, answer: (value: T) => A): (offer: number) => A {
  const answers: A[] = [];
  const known: boolean[] = [];
  return (offer) => {
    const place = of[offer]!;
    if (!known[place]) {
      answers[place] = answer(values[place]!);
      known[place] = true;
    }
    return answers[place]!;
  };
}
