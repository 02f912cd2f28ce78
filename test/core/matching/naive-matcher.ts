import { booleanPointInPolygon } from '@turf/turf';
import { cellToLatLng, isValidCell } from 'h3-js';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { MatcherInput } from '../../../core/matching/create-matcher.ts';
import type { MatchOffer, MatchStudent } from '../../../core/matching/match-input.ts';
import { WEEKDAYS, type WeeklySpan } from '../../../core/schedule/schedule.ts';

/*
 * Matching once more, as plainly as it can be said: every offer is looked at for every wish, a week is 10,080
 * yes or no, and everything is sorted at the end. No part of the quick one is used but the distance formula.
 */

interface Way {
  minutes: number;
  mode: string;
  from: 'school' | 'home';
  afternoon: boolean;
}

export function matchNaively(input: MatcherInput, student: MatchStudent) {
  const wishes = [
    ...student.needs.map(({ term, urgency }) => ({ kind: 'need', term, weight: urgency })),
    ...student.interests.map(({ term, strength }) => ({ kind: 'interest', term, weight: strength })),
  ];
  const heaviest = wishes.filter(
    (wish, i) =>
      !wishes.some(
        (other, j) =>
          other.kind === wish.kind &&
          other.term === wish.term &&
          (other.weight > wish.weight || (other.weight === wish.weight && j < i)),
      ),
  );
  heaviest.sort((a, b) => {
    if (a.kind !== b.kind) return a.kind === 'need' ? -1 : 1;
    return b.weight - a.weight || (a.term < b.term ? -1 : 1);
  });
  return heaviest.map((wish) => matchWish(input, student, wish));
}

function matchWish(
  input: MatcherInput,
  student: MatchStudent,
  wish: { kind: string; term: string; weight: number },
) {
  const candidates = input.offers.filter(
    (offer) =>
      offer.point && offer.confidentiality === 'public' && fitOf(input, wish.term, offer) !== undefined,
  );
  const removed: Record<string, number> = {};
  const passed: { offerId: string; score: number; minutes: number; mode: string; from: string }[] = [];
  for (const offer of candidates) {
    const outcome = judge(input, student, offer);
    if (typeof outcome === 'string') removed[outcome] = (removed[outcome] ?? 0) + 1;
    else if (outcome) {
      const score = scoreOf(input, student, offer, wish, outcome);
      const minutes = Math.round(outcome.minutes * 10) / 10;
      passed.push({ offerId: offer.id, score, minutes, mode: outcome.mode, from: outcome.from });
    }
  }
  passed.sort((a, b) => b.score - a.score || a.minutes - b.minutes || (a.offerId < b.offerId ? -1 : 1));
  const nearest = passed.length === 0 ? nearestOf(input, student, candidates) : undefined;
  return {
    ...wish,
    candidates: candidates.length,
    removed,
    matches: passed.slice(0, input.rules.matchesPerWish),
    ...(nearest && { nearest }),
  };
}

function fitOf({ taxonomy, rules }: MatcherInput, wished: string, offer: MatchOffer): number | undefined {
  if (offer.terms.includes(wished)) return rules.fit.exact;
  if (offer.terms.some((term) => taxonomy.lineage(term).includes(wished))) return rules.fit.narrower;
  if (offer.terms.some((term) => taxonomy.lineage(wished).includes(term))) return rules.fit.broader;
  return undefined;
}

function placesOf({ schools }: MatcherInput, student: MatchStudent) {
  const school = schools.find(({ id }) => id === student.schoolId);
  let home: Position | undefined;
  if (student.homeCell && isValidCell(student.homeCell)) {
    const [lat, lon] = cellToLatLng(student.homeCell);
    home = [lon, lat];
  }
  return {
    school: school?.point?.coordinates,
    home,
    dayStartsAt: school?.dayStartsAt,
    dayEndsAt: school?.dayEndsAt,
  };
}

function judge(input: MatcherInput, student: MatchStudent, offer: MatchOffer): string | Way | undefined {
  const { eligibility } = offer;
  const places = placesOf(input, student);
  const ages = possibleAges(student, input.today);
  const { minimumAge = 0, maximumAge = 999 } = eligibility;
  const through = Number.isInteger(maximumAge) ? maximumAge + 1 : maximumAge + 1 / 12;
  if (ages.length > 0 && ages.every((age) => age < minimumAge - 1e-9 || age >= through - 1e-9)) return 'age';
  if (student.grade < (eligibility.minimumGrade ?? -9) || student.grade > (eligibility.maximumGrade ?? 99))
    return 'grade';
  const required = eligibility.requiredLanguages ?? [];
  if (required.length > 0 && student.languages.length > 0)
    if (!required.some((code) => student.languages.includes(code))) return 'language';
  if (eligibility.residenceRequired && offer.residenceAreas.length > 0 && places.home) {
    const { home } = places;
    if (!offer.residenceAreas.some((area) => booleanPointInPolygon(home, area))) return 'residence';
  }
  const closed = closedTo(student, offer);
  if (closed) return closed;
  if (!places.school && !places.home) return undefined;
  const stretches = stretchesOf(input, student, offer);
  const ways = waysTo(input, student, offer, true);
  if (ways.length === 0) return 'too-far';
  const inTime = ways.filter((way) => {
    if (stretches === 'asked') return true;
    return stretches.some((stretch) => {
      if (stretch.afternoon !== way.afternoon) return false;
      if (stretch.morning) {
        const leaveBy = toMinutes(places.dayStartsAt!) - minutesToSchool(input, student, offer);
        return Math.min(stretch.to, leaveBy) - stretch.from >= sessionOf(input.rules, offer);
      }
      if (!way.afternoon || !places.dayEndsAt) return true;
      const arrival = toMinutes(places.dayEndsAt) + way.minutes;
      return stretch.to - Math.max(stretch.from, arrival) >= sessionOf(input.rules, offer);
    });
  });
  if (inTime.length === 0) return 'hours';
  if (offer.placesFree === 0) return 'full';
  const approval = input.approvals?.get(student.schoolId);
  if (approval?.demanded && ![...approval.organizationIds].includes(offer.organizationId))
    return 'not-approved';
  return inTime.reduce((best, way) => (way.minutes < best.minutes ? way : best));
}

/** Every income, set of programs, gender and values that the student may have: closed where none of them is taken. */
function closedTo({ circumstances = {} }: MatchStudent, { eligibility }: MatchOffer): string | undefined {
  const { incomeMaximumFplPercent: most, programs = [], genders = [], attributes = [] } = eligibility;
  const { incomeBand: { minimumFpl = -1, maximumFpl = 9999 } = {}, gender } = circumstances;
  const incomes = Array.from({ length: 10_000 }, (_, percent) => percent);
  const mayBeIn = programs.some((id) => circumstances.programs?.[id] !== false);
  if (most !== undefined) {
    const mayEarn = incomes.some((each) => each > minimumFpl && each <= maximumFpl && each <= most);
    if (!mayEarn && !mayBeIn) return 'income';
  } else if (programs.length > 0 && !mayBeIn) return 'program';
  if (genders.length > 0 && gender && gender !== 'nonbinary' && !genders.includes(gender)) return 'gender';
  const isOther = ({ name, oneOf }: (typeof attributes)[number]) =>
    !oneOf.includes(circumstances.attributes?.[name] ?? oneOf[0]!);
  return attributes.some(isOther) ? 'attribute' : undefined;
}

/** Ages in years, month by month, that a child of this birth month may have today. */
function possibleAges({ birthMonth }: MatchStudent, today: string): number[] {
  if (!birthMonth) return [];
  const [year, month] = birthMonth.split('-').map(Number) as [number, number];
  const months = (Number(today.slice(0, 4)) - year) * 12 + Number(today.slice(5, 7)) - month;
  return months < 1 ? [] : [(months - 1) / 12, months / 12];
}

type Stretch = { day: number; from: number; to: number; afternoon: boolean; morning: boolean };

function stretchesOf(input: MatcherInput, student: MatchStudent, offer: MatchOffer): 'asked' | Stretch[] {
  if (!offer.hoursKnown || student.freeTimes.length === 0) return 'asked';
  const free = minutesOfWeek(student.freeTimes);
  const { dayStartsAt } = placesOf(input, student);
  return weeksOf(offer).flatMap((open) =>
    stretchesIn(
      open.map((is, minute) => is && free[minute]!),
      dayStartsAt,
    ).filter(({ from, to }) => to - from >= sessionOf(input.rules, offer)),
  );
}

/** From the offer, by the quickest way that the student's modes allow; from afar nobody comes in time. */
function minutesToSchool(input: MatcherInput, student: MatchStudent, offer: MatchOffer): number {
  const { school, home } = placesOf(input, student);
  const modes = student.travelModes.length > 0 ? student.travelModes : (['bus', 'walk'] as const);
  const km = greatCircleKm((school ?? home)!, offer.point!.coordinates);
  const all = modes.map((mode) => {
    const { overheadMinutes, detour, speedKmh, maximumMinutes } = input.travel[mode];
    const minutes = overheadMinutes + ((km * detour) / speedKmh) * 60;
    return minutes <= maximumMinutes ? minutes : Number.POSITIVE_INFINITY;
  });
  return Math.min(...all);
}

function sessionOf(rules: MatcherInput['rules'], offer: MatchOffer): number {
  return offer.sessionMinutes ?? rules.minimumOverlapMinutes;
}

/** Each week of the horizon, minute by minute. */
function weeksOf({ hours, openWeeks }: MatchOffer): boolean[][] {
  if (!openWeeks) return [minutesOfWeek(hours)];
  return openWeeks.weeks.map((place) => {
    const week = new Array<boolean>(7 * 1440).fill(false);
    const pattern = openWeeks.patterns[place]!;
    for (let i = 0; i < pattern.length; i += 2) week.fill(true, pattern[i], pattern[i + 1]);
    return week;
  });
}

/** In how many weeks a student who comes this way can stay for a session. */
export function weeksMet(
  input: MatcherInput,
  student: MatchStudent,
  offer: MatchOffer,
  way: Pick<Way, 'minutes' | 'afternoon'>,
) {
  const { dayEndsAt } = placesOf(input, student);
  const free = minutesOfWeek(student.freeTimes);
  const arrival = way.afternoon && dayEndsAt ? toMinutes(dayEndsAt) + way.minutes : 0;
  return weeksOf(offer).map((open) =>
    stretchesIn(open.map((is, minute) => is && free[minute]!)).filter(
      ({ from, to, afternoon }) =>
        afternoon === way.afternoon && to - Math.max(from, arrival) >= sessionOf(input.rules, offer),
    ),
  );
}

/** From school on the afternoon of a school day, from home otherwise, from either if that is not known. */
function waysTo(input: MatcherInput, student: MatchStudent, offer: MatchOffer, inReach: boolean): Way[] {
  const { school, home } = placesOf(input, student);
  let stretches = stretchesOf(input, student, offer);
  const { dayStartsAt } = placesOf(input, student);
  if (stretches === 'asked')
    stretches = offer.hoursKnown ? weeksOf(offer).flatMap((week) => stretchesIn(week, dayStartsAt)) : [];
  const kinds = new Set(stretches.map(({ afternoon }) => afternoon));
  const modes = student.travelModes.length > 0 ? [...student.travelModes].sort() : ['bus', 'walk'];
  const ways: Way[] = [];
  for (const afternoon of kinds.size > 0 ? kinds : [true, false]) {
    const from = (afternoon && school) || !home ? 'school' : 'home';
    const origin = from === 'school' ? school : home;
    if (!origin) continue;
    const km = greatCircleKm(origin, offer.point!.coordinates);
    for (const mode of modes as (keyof typeof input.travel)[]) {
      const { overheadMinutes, detour, speedKmh, maximumMinutes } = input.travel[mode];
      const minutes = overheadMinutes + ((km * detour) / speedKmh) * 60;
      if (!inReach || minutes <= maximumMinutes) ways.push({ minutes, mode, from, afternoon });
    }
  }
  return ways.sort((a, b) => Number(b.afternoon) - Number(a.afternoon));
}

function nearestOf(input: MatcherInput, student: MatchStudent, candidates: readonly MatchOffer[]) {
  const all = candidates.flatMap((offer) =>
    waysTo(input, student, offer, false).map((way) => ({ offer, way })),
  );
  all.sort(
    (a, b) =>
      a.way.minutes - b.way.minutes ||
      (a.offer.id === b.offer.id ? 0 : a.offer.id < b.offer.id ? -1 : 1) ||
      (a.way.mode < b.way.mode ? -1 : 1),
  );
  const first = all[0];
  if (!first) return undefined;
  const minutes = Math.round(first.way.minutes * 10) / 10;
  return {
    offerId: first.offer.id,
    minutes,
    mode: first.way.mode,
    limit: judge(input, student, first.offer),
  };
}

function scoreOf(
  input: MatcherInput,
  student: MatchStudent,
  offer: MatchOffer,
  wish: { term: string; weight: number },
  way: Way,
): number {
  const { weights, travelHalfMinutes } = input.rules;
  const known = student.knownOrganizationIds ?? [];
  const shares = offer.languages.some((code) => student.languages.includes(code)) ? 1 : 0;
  const parts: [number, number][] = [
    [weights.term, fitOf(input, wish.term, offer)!],
    [weights.urgency, wish.weight / 3],
    [weights.travel, 1 / (1 + (way.minutes / travelHalfMinutes) ** 2)],
    [weights.places, offer.placesFree === undefined ? 0.5 : offer.placesFree / (offer.placesFree + 1)],
    [weights.language, offer.languages.length > 0 && student.languages.length > 0 ? shares : 0.5],
    [weights.cost, offer.free === undefined ? 0.5 : offer.free ? 1 : 0],
    [weights.continuity, known.length === 0 ? 0.5 : known.includes(offer.organizationId) ? 1 : 0],
  ];
  const sum = parts.reduce((total, [weight, value]) => total + weight * value, 0);
  const weight = parts.reduce((total, [each]) => total + each, 0);
  return Math.round((sum / weight) * 10_000) / 10_000;
}

function minutesOfWeek(spans: readonly WeeklySpan[]): boolean[] {
  const week = new Array<boolean>(7 * 1440).fill(false);
  for (const { day, from, to } of spans)
    week.fill(
      true,
      WEEKDAYS.indexOf(day) * 1440 + toMinutes(from),
      WEEKDAYS.indexOf(day) * 1440 + toMinutes(to),
    );
  return week;
}

/** Day by day: no stretch goes over midnight. */
function stretchesIn(week: readonly boolean[], dayStartsAt?: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = 0; day < 7; day++) {
    let from: number | undefined;
    for (let minute = 0; minute <= 1440; minute++) {
      const is = minute < 1440 && week[day * 1440 + minute]!;
      if (is && from === undefined) from = minute;
      if (!is && from !== undefined) {
        stretches.push(...piecesOf(day, from, minute, dayStartsAt));
        from = undefined;
      }
    }
  }
  return stretches;
}

/** What lies before school is a morning; whatever goes on after its beginning may also be an afternoon. */
function piecesOf(day: number, from: number, to: number, dayStartsAt: string | undefined): Stretch[] {
  const starts = day < 5 && dayStartsAt ? toMinutes(dayStartsAt) : 0;
  const whole = { day, from, to, afternoon: day < 5 && from < 18 * 60, morning: false };
  if (from >= starts) return [whole];
  const before = { day, from, to: Math.min(to, starts), afternoon: false, morning: true };
  return to > starts ? [before, whole] : [before];
}

function toMinutes(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return hours * 60 + minutes;
}
