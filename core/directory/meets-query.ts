import { minutesOf, weekdayIndex } from '../schedule/clock.ts';
import type { ClockTime, Weekday } from '../schedule/schedule.ts';
import type { LocalMoment } from './local-moment.ts';
import { HAS_HOURS, IS_FREE, IS_FULL, IS_MAPPED, minuteOfWeek, type OfferColumns } from './offer-columns.ts';
import { CONTRIBUTION_KINDS, type ContributionKind } from './service.ts';

/** What can be asked of an offer by itself; every part that is given must hold. */
export interface OfferQuery {
  /** Only public offers with a point. */
  mapped?: boolean | undefined;
  day?: Weekday | undefined;
  from?: ClockTime | undefined;
  to?: ClockTime | undefined;
  openAt?: LocalMoment | undefined;
  free?: boolean | undefined;
  age?: number | undefined;
  grade?: number | undefined;
  kind?: ContributionKind | undefined;
  /** Only where a place is free. */
  places?: boolean | undefined;
}

type Test = (row: number) => boolean;

/**
 * The tests that a query means. A fact that nobody knows excludes nothing (people see "ask"), except that `free` wants
 * a yes.
 */
export function testsOf(columns: OfferColumns, query: OfferQuery): Test[] {
  const { kind, grade, age, openAt } = query;
  const tests: Test[] = [];
  const must = (query.mapped ? IS_MAPPED : 0) | (query.free ? IS_FREE : 0);
  const mustNot = query.places ? IS_FULL : 0;
  if (must || mustNot)
    tests.push((row) => (columns.flags[row]! & must) === must && !(columns.flags[row]! & mustNot));
  if (kind !== undefined) {
    const wanted = CONTRIBUTION_KINDS.indexOf(kind);
    tests.push((row) => columns.kind[row] === wanted);
  }
  if (grade !== undefined)
    tests.push((row) => columns.leastGrade[row]! <= grade && grade <= columns.mostGrade[row]!);
  // A child of 5 may be five and a half: only who is surely too young or too old is left out.
  if (age !== undefined)
    tests.push((row) => columns.leastAge[row]! < age + 1 && age <= columns.mostAge[row]!);
  if (query.day !== undefined || query.from !== undefined || query.to !== undefined)
    tests.push(orHoursUnknown(columns, isOpenBetween(query)));
  if (openAt) {
    const now = minuteOfWeek(openAt.day, openAt.time);
    tests.push(orHoursUnknown(columns, (begin, end) => begin <= now && now < end));
  }
  return tests;
}

/** Open for a while on that day between the two times; without a day, on any day. */
function isOpenBetween({ day, from = '00:00', to = '24:00' }: OfferQuery) {
  const [wanted, least, most] = [day && weekdayIndex(day), minutesOf(from), minutesOf(to)];
  return (begin: number, end: number) => {
    const midnight = begin - (begin % 1440);
    return (
      (wanted === undefined || midnight === wanted * 1440) &&
      begin < midnight + most &&
      end > midnight + least
    );
  };
}

function orHoursUnknown(columns: OfferColumns, holds: (begin: number, end: number) => boolean): Test {
  return (row) => {
    if (!(columns.flags[row]! & HAS_HOURS)) return true;
    const spans = columns.spans[row]!;
    for (let at = 0; at < spans.length; at += 2) if (holds(spans[at]!, spans[at + 1]!)) return true;
    return false;
  };
}
