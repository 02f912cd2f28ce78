import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import type { MatcherInput } from '../../../core/matching/create-matcher.ts';
import type { MatchingRules } from '../../../core/matching/match.ts';
import type { MatchOffer, MatchSchool, MatchStudent } from '../../../core/matching/match-input.ts';
import { WEEKDAYS, type WeeklySpan } from '../../../core/schedule/schedule.ts';
import { weekMinutes } from '../../../core/schedule/week-minutes.ts';
import { GENDERS } from '../../../core/students/circumstances.ts';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';
import { TRAVEL_MODES, type TravelRules } from '../../../core/travel/travel.ts';

const term = (id: string, parent: string | null) => ({ id, parent, label: { en: id, es: id } });

/** Two domains; "reading" has two leaves. */
export const taxonomy = parseTaxonomy([
  term('academic', null),
  term('tutoring', 'academic'),
  term('reading', 'tutoring'),
  term('phonics', 'reading'),
  term('fluency', 'reading'),
  term('mathematics', 'tutoring'),
  term('arts', null),
  term('music', 'arts'),
]);
export const TERMS = taxonomy.terms.map(({ id }) => id);

export const travel: TravelRules = {
  walk: { speedKmh: 4.8, detour: 1.3, overheadMinutes: 0, maximumMinutes: 30 },
  bike: { speedKmh: 14, detour: 1.3, overheadMinutes: 2, maximumMinutes: 30 },
  bus: { speedKmh: 24, detour: 1.4, overheadMinutes: 8, maximumMinutes: 45 },
  car: { speedKmh: 55, detour: 1.3, overheadMinutes: 4, maximumMinutes: 45 },
};

export const rules: MatchingRules = {
  weights: { term: 3, urgency: 1, travel: 3, places: 1, language: 2, cost: 1, continuity: 1 },
  travelHalfMinutes: 15,
  fit: { exact: 1, narrower: 0.9, broader: 0.6 },
  minimumOverlapMinutes: 30,
  horizonWeeks: 26,
  weeklyShare: 0.75,
  matchesPerWish: 10,
};

export const TODAY = '2026-11-21';
export const SCHOOL: MatchSchool = {
  id: 'school-1',
  point: { type: 'Point', coordinates: [-91.5, 41.6] },
  dayEndsAt: '15:00',
};

/** A cell next to the school (its centre is less than 2 km off). */
export const HOME_CELL = latLngToCell(41.6, -91.5, 8);

export function offerWith(changes: Partial<MatchOffer> = {}): MatchOffer {
  return {
    id: 'offer-1',
    organizationId: 'organization-1',
    confidentiality: 'public',
    point: { type: 'Point', coordinates: [-91.5, 41.6] },
    terms: ['reading'],
    eligibility: { unknown: [] },
    residenceAreas: [],
    hours: [],
    hoursKnown: false,
    languages: [],
    ...changes,
  };
}

export function studentWith(changes: Partial<MatchStudent> = {}): MatchStudent {
  return {
    id: 'student-1',
    schoolId: 'school-1',
    grade: 4,
    languages: ['en'],
    needs: [{ term: 'reading', urgency: 2 }],
    interests: [],
    freeTimes: [],
    travelModes: ['walk', 'bus'],
    homeCell: HOME_CELL,
    ...changes,
  };
}

export function worldWith(offers: MatchOffer[], changes: Partial<MatcherInput> = {}): MatcherInput {
  return { offers, schools: [SCHOOL], taxonomy, rules, travel, today: TODAY, ...changes };
}

/** Where the nasty places are: a town, the antimeridian, both poles. Points repeat on purpose. */
const CENTERS = [
  [-91.5, 41.6],
  [179.99, -16.5],
  [-179.99, -16.5],
  [0, 89.95],
  [120, -89.95],
] as const;

const position = fc
  .tuple(fc.constantFrom(0, 1, 2, 3, 4), fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }))
  .map(([center, x, y]): [number, number] => {
    const [lon, lat] = CENTERS[center]!;
    const wrapped = lon + x * 0.02;
    return [
      wrapped > 180 ? wrapped - 360 : wrapped < -180 ? wrapped + 360 : wrapped,
      clampLat(lat + y * 0.02),
    ];
  });
const aroundTown = fc
  .tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }))
  .map(([x, y]): [number, number] => [-91.5 + x * 0.02, 41.6 + y * 0.02]);
const anyPosition = fc.oneof({ weight: 3, arbitrary: aroundTown }, position);

function clampLat(lat: number): number {
  return Math.max(-90, Math.min(90, lat));
}

const QUARTERS = Array.from(
  { length: 97 },
  (_, i) => `${String(Math.floor(i / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][i % 4]}`,
);
export const spanArbitrary: fc.Arbitrary<WeeklySpan> = fc
  .tuple(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .filter(([, from, to]) => from < to)
  .map(([day, from, to]) => ({ day, from: QUARTERS[from]!, to: QUARTERS[to]! }));

/** Mostly the hours after school that decide something. */
const usualSpan = fc
  .tuple(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 52, max: 80 }), fc.integer({ min: 1, max: 16 }))
  .map(([day, from, length]): WeeklySpan => {
    return { day, from: QUARTERS[from]!, to: QUARTERS[Math.min(96, from + length)]! };
  });
/** Some before school. */
const earlySpan = fc
  .tuple(fc.constantFrom(...WEEKDAYS), fc.integer({ min: 24, max: 34 }), fc.integer({ min: 1, max: 8 }))
  .map(([day, from, length]): WeeklySpan => ({ day, from: QUARTERS[from]!, to: QUARTERS[from + length]! }));
const spans = fc.array(fc.oneof({ weight: 3, arbitrary: usualSpan }, earlySpan, spanArbitrary), {
  maxLength: 4,
});

const squareAround = ([lon, lat]: [number, number], half: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [lon - half, lat - half],
      [lon + half, lat - half],
      [lon + half, lat + half],
      [lon - half, lat + half],
      [lon - half, lat - half],
    ] as [number, number][],
  ],
});

const eligibility = fc.record(
  {
    minimumAge: fc.constantFrom(0, 0.5, 5, 8, 10, 18),
    maximumAge: fc.constantFrom(5, 9.5, 10, 12, 18),
    minimumGrade: fc.integer({ min: -1, max: 6 }),
    maximumGrade: fc.integer({ min: 2, max: 12 }),
    requiredLanguages: fc.subarray(['en', 'es', 'so']),
    residenceRequired: fc.boolean(),
    incomeMaximumFplPercent: fc.constantFrom(130, 185),
    programs: fc.subarray(['snap', 'wic']),
    genders: fc.subarray([...GENDERS]),
    attributes: fc.subarray([{ name: 'first-generation', oneOf: ['yes'] }]),
    unknown: fc.subarray(
      ['age', 'grade', 'income', 'residence', 'gender', 'insurance', 'referral'] as const,
      {
        maxLength: 2,
      },
    ),
    description: fc.constantFrom('', '  ', 'Low-income families'),
  },
  { requiredKeys: ['unknown'] },
);

const circumstances = fc.record(
  {
    gender: fc.constantFrom(...GENDERS),
    incomeBand: fc.constantFrom(
      { maximumFpl: 130 },
      { minimumFpl: 130, maximumFpl: 185 },
      { minimumFpl: 185 },
    ),
    programs: fc.dictionary(fc.constantFrom('snap', 'wic'), fc.boolean()),
    attributes: fc.dictionary(fc.constant('first-generation'), fc.constantFrom('yes', 'no')),
  },
  { requiredKeys: [] },
);

/** Some weeks that are not alike, as a horizon has them. */
const openWeeks = fc
  .tuple(fc.array(spans, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(), { maxLength: 3 }))
  .map(([patterns, weeks]) => ({
    from: '2026-11-23',
    patterns: patterns.map((week) => [...weekMinutes(week)]),
    weeks: [...patterns.keys(), ...weeks.map((place) => place % patterns.length)],
  }));

export const offerArbitrary = fc
  .record(
    {
      id: fc.constantFrom(...Array.from({ length: 40 }, (_, i) => `offer-${i}`)),
      organizationId: fc.constantFrom('organization-1', 'organization-2'),
      confidentiality: fc.constantFrom('public', 'public', 'public', 'public', 'partial', 'hidden'),
      point: anyPosition.map((coordinates) => ({ type: 'Point' as const, coordinates })),
      terms: fc.subarray([...TERMS, 'unheard-of'], { minLength: 1, maxLength: 3 }),
      eligibility: fc.oneof(fc.constant({ unknown: [] }), eligibility),
      residenceAreas: fc.array(
        fc.tuple(aroundTown, fc.constantFrom(0.01, 0.05, 0.2)).map(([at, half]) => squareAround(at, half)),
        { maxLength: 2 },
      ),
      hours: spans,
      hoursKnown: fc.boolean(),
      languages: fc.subarray(['en', 'es', 'so']),
      free: fc.boolean(),
      cost: fc.constantFrom('$5 a week', 'sliding scale'),
      placesFree: fc.integer({ min: 0, max: 3 }),
      sessionMinutes: fc.constantFrom(20, 60, 90),
      openWeeks,
    },
    {
      requiredKeys: [
        'id',
        'organizationId',
        'confidentiality',
        'terms',
        'eligibility',
        'residenceAreas',
        'hours',
        'hoursKnown',
        'languages',
      ],
    },
  )
  .map((offer) => offer as MatchOffer);

export const studentArbitrary = fc
  .record(
    {
      id: fc.constant('student-1'),
      schoolId: fc.constantFrom('school-1', 'school-1', 'school-2', 'school-3'),
      grade: fc.integer({ min: -1, max: 12 }),
      birthMonth: fc.constantFrom(
        '2026-12',
        '2021-11',
        '2021-05',
        '2018-10',
        '2016-11',
        '2016-12',
        '2008-11',
      ),
      languages: fc.subarray(['en', 'es', 'so']),
      needs: fc.array(
        fc.record({ term: fc.constantFrom(...TERMS, 'unheard-of'), urgency: fc.constantFrom(1, 2, 3) }),
        { maxLength: 3 },
      ),
      interests: fc.array(
        fc.record({ term: fc.constantFrom(...TERMS), strength: fc.constantFrom(1, 2, 3) }),
        { maxLength: 2 },
      ),
      freeTimes: spans,
      travelModes: fc.subarray([...TRAVEL_MODES]),
      homeCell: fc.oneof(
        anyPosition.map(([lon, lat]) => latLngToCell(lat, lon, 7)),
        fc.constant('no-cell'),
      ),
      knownOrganizationIds: fc.subarray(['organization-1', 'organization-9']),
      circumstances,
    },
    {
      requiredKeys: [
        'id',
        'schoolId',
        'grade',
        'languages',
        'needs',
        'interests',
        'freeTimes',
        'travelModes',
      ],
    },
  )
  .map((student) => student as MatchStudent);

export const worldArbitrary: fc.Arbitrary<MatcherInput> = fc
  .record({
    offers: fc.uniqueArray(offerArbitrary, { maxLength: 25, size: 'max', selector: ({ id }) => id }),
    secondSchool: anyPosition,
    dayStartsAt: fc.constantFrom('08:00', '07:40', '09:00'),
    dayEndsAt: fc.constantFrom('15:00', '14:20', '15:50'),
    minimumOverlapMinutes: fc.constantFrom(15, 30, 45),
    matchesPerWish: fc.constantFrom(1, 3, 10),
    busMaximum: fc.constantFrom(9, 45),
    approval: fc.option(
      fc.record({ demanded: fc.boolean(), approved: fc.subarray(['organization-1', 'organization-2']) }),
      { nil: undefined },
    ),
  })
  .map(
    ({
      offers,
      secondSchool,
      dayStartsAt,
      dayEndsAt,
      minimumOverlapMinutes,
      matchesPerWish,
      busMaximum,
      approval,
    }) => ({
      offers,
      schools: [
        { ...SCHOOL, dayStartsAt, dayEndsAt },
        { id: 'school-2', point: { type: 'Point', coordinates: secondSchool } },
        { id: 'school-3' },
      ],
      taxonomy,
      rules: { ...rules, minimumOverlapMinutes, matchesPerWish },
      travel: { ...travel, bus: { ...travel.bus, maximumMinutes: busMaximum } },
      today: TODAY,
      ...(approval && {
        approvals: new Map([
          ['school-1', { demanded: approval.demanded, organizationIds: new Set(approval.approved) }],
        ]),
      }),
    }),
  );
