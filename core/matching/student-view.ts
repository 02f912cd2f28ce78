import { checkEligibility, firstLimit } from '../eligibility/check-eligibility.ts';
import type { Verdict } from '../eligibility/verdict.ts';
import { cellCenter } from '../geo/cell-center.ts';
import type { Position } from '../geo/point.ts';
import { type UnitVector, unitVector } from '../geo/sphere-points.ts';
import { readClock } from '../schedule/clock.ts';
import { type WeekMinutes, weekMinutes } from '../schedule/week-minutes.ts';
import type { TravelMode } from '../travel/travel.ts';
import { USUAL_MODES } from '../travel/trip.ts';
import { isOnEarth } from './is-on-earth.ts';
import { keptAnswers } from './kept-answers.ts';
import type { Limit, MatchingRules } from './match.ts';
import type { MatchSchool, MatchStudent } from './match-input.ts';
import { type MeetingTimes, meetingTimes } from './meeting-times.ts';
import type { AccessRules, OfferColumns } from './offer-columns.ts';
import { continuityFactor, languageFactor } from './score.ts';
import type { Timetable } from './timetable.ts';

/** Where a trip begins. */
export interface Origin {
  from: 'school' | 'home';
  position: Position;
  vector: UnitVector;
}

/** What the rules of an offer say of a student, and the first limit they set. */
export interface Access {
  verdicts: readonly Verdict[];
  limit: Limit | undefined;
}

/** A student as the search sees one: places looked up, and an answer kept for each value that offers share. */
export interface StudentView {
  student: MatchStudent;
  /** Where the student comes from in the afternoon of a school day, and in the evening or at the weekend. */
  afternoonOrigin: Origin | undefined;
  eveningOrigin: Origin | undefined;
  home: Position | undefined;
  modes: readonly TravelMode[];
  freeTimes: WeekMinutes;
  /** Minute of the day at which school begins; undefined: not known, so no morning is told from an afternoon. */
  dayStartsAt: number | undefined;
  /** Minute of the day at which school ends; undefined: not known, so an afternoon may begin at any time. */
  dayEndsAt: number | undefined;
  meeting(offer: number): MeetingTimes;
  access(offer: number): Access;
  languageFactor(offer: number): number;
  continuityFactor(offer: number): number;
}

/** Makes views; one at a time is quick, since a new one takes over the room for kept answers. */
export function studentViewer(
  columns: OfferColumns,
  rules: MatchingRules,
  today: string,
): (student: MatchStudent, school: MatchSchool | undefined) => StudentView {
  const askHours = keptAnswers<Timetable | null, MeetingTimes>(columns.hours);
  const askAccess = keptAnswers<AccessRules, Access>(columns.access);
  const askLanguages = keptAnswers<readonly string[], number>(columns.languages);
  const askOrganizations = keptAnswers<string, number>(columns.organizations);

  return (student, school) => {
    const home = cellCenter(student.homeCell);
    const homeOrigin = originAt('home', home);
    const schoolOrigin = originAt('school', school?.point?.coordinates);
    const freeTimes = weekMinutes(student.freeTimes);
    const dayStartsAt = readClock(school?.dayStartsAt);
    const facts = { ...student, today };
    const known = student.knownOrganizationIds ?? [];
    return {
      student,
      afternoonOrigin: schoolOrigin ?? homeOrigin,
      eveningOrigin: homeOrigin ?? schoolOrigin,
      home,
      modes: student.travelModes.length > 0 ? student.travelModes : USUAL_MODES,
      freeTimes,
      dayStartsAt,
      dayEndsAt: readClock(school?.dayEndsAt),
      meeting: askHours((hours) => meetingTimes(hours, freeTimes, rules.minimumOverlapMinutes, dayStartsAt)),
      access: askAccess(({ eligibility, areas }) => {
        const verdicts = checkEligibility(facts, eligibility, areas, home);
        return { verdicts, limit: firstLimit(verdicts) };
      }),
      languageFactor: askLanguages((codes) => languageFactor(codes, student.languages)),
      continuityFactor: askOrganizations((id) => continuityFactor(id, known)),
    };
  };
}

function originAt(from: Origin['from'], position: Position | undefined): Origin | undefined {
  return position && isOnEarth(position) ? { from, position, vector: unitVector(position) } : undefined;
}
