import type { ClockTime, Weekday, WeeklySpan } from '../schedule/schedule.ts';
import type { LocalMoment } from './local-moment.ts';
import type { Offer } from './offer.ts';
import type { ContributionKind, Eligibility } from './service.ts';

/** What can be asked of an offer apart from words and place; every part that is given must hold. */
export interface OfferQuery {
  /** One of these terms, or anything below them. */
  terms?: readonly string[] | undefined;
  day?: Weekday | undefined;
  from?: ClockTime | undefined;
  to?: ClockTime | undefined;
  openAt?: LocalMoment | undefined;
  language?: string | undefined;
  free?: boolean | undefined;
  age?: number | undefined;
  grade?: number | undefined;
  kind?: ContributionKind | undefined;
  /** Only where a place is free. */
  places?: boolean | undefined;
  locationId?: string | undefined;
}

/** What the questions look at. */
export type AskedOffer = Pick<
  Offer,
  | 'confidentiality'
  | 'eligibility'
  | 'hours'
  | 'hoursKnown'
  | 'kind'
  | 'languages'
  | 'locationId'
  | 'termsAndAbove'
> & { free?: boolean | undefined; placesFree?: number | undefined };

/**
 * Whether an offer meets a query. A fact that nobody knows excludes nothing (people see "ask"), except that `free` and
 * `language` want a yes. A confidential offer is never found by its location.
 */
export function meetsQuery(offer: AskedOffer, query: OfferQuery): boolean {
  return (
    (!query.terms?.length || query.terms.some((term) => offer.termsAndAbove.includes(term))) &&
    (query.kind === undefined || offer.kind === query.kind) &&
    (!query.free || offer.free === true) &&
    (query.language === undefined || offer.languages.includes(query.language)) &&
    (!query.places || offer.placesFree !== 0) &&
    (query.grade === undefined || takesGrade(offer.eligibility, query.grade)) &&
    (query.age === undefined || takesAge(offer.eligibility, query.age)) &&
    (query.locationId === undefined || isAt(offer, query.locationId)) &&
    (!offer.hoursKnown || isOpenThen(offer.hours, query))
  );
}

function takesGrade({ minimumGrade, maximumGrade }: Eligibility, grade: number): boolean {
  return (minimumGrade ?? grade) <= grade && grade <= (maximumGrade ?? grade);
}

/** A child of 5 may be five and a half: only who is surely too young or too old is left out. */
function takesAge({ minimumAge, maximumAge }: Eligibility, age: number): boolean {
  return (minimumAge ?? age) < age + 1 && age <= (maximumAge ?? age);
}

function isAt({ confidentiality, locationId }: AskedOffer, id: string): boolean {
  return confidentiality === 'public' && locationId === id;
}

/** Open for a while on that day between the two times (without a day: on any), and at that moment. */
function isOpenThen(hours: readonly WeeklySpan[], { day, from, to, openAt }: OfferQuery): boolean {
  const asksTime = day !== undefined || from !== undefined || to !== undefined;
  return (
    (!asksTime ||
      hours.some(
        (span) =>
          (day === undefined || span.day === day) &&
          (to === undefined || span.from < to) &&
          (from === undefined || span.to > from),
      )) &&
    (!openAt ||
      hours.some((span) => span.day === openAt.day && span.from <= openAt.time && openAt.time < span.to))
  );
}
