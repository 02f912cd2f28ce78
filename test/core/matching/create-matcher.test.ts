import { expect } from 'chai';
import fc from 'fast-check';
import { cellToLatLng } from 'h3-js';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import { LIMITS, StudentMatches } from '../../../core/matching/match.ts';
import type { MatchOffer, MatchSchool, MatchStudent } from '../../../core/matching/match-input.ts';
import { REASON_CODES } from '../../../core/matching/reasons.ts';
import { matchNaively } from './naive-matcher.ts';
import {
  HOME_CELL,
  offerWith,
  rules,
  SCHOOL,
  studentArbitrary,
  studentWith,
  worldArbitrary,
  worldWith,
} from './world.ts';

const AFTER_SCHOOL = [{ day: 'WE' as const, from: '15:00', to: '18:00' }];

function matchOne(offers: MatchOffer[], student: MatchStudent, changes = {}) {
  return createMatcher(worldWith(offers, changes)).matchStudent(student).wishes[0]!;
}

function reasonCodes(offer: MatchOffer, student: MatchStudent): string[] {
  return matchOne([offer], student).matches[0]!.reasons.map(({ code }) => code);
}

/** A degree of latitude is 111.195 km. */
function north(km: number): { type: 'Point'; coordinates: [number, number] } {
  return { type: 'Point', coordinates: [-91.5, 41.6 + km / 111.195] };
}

describe('createMatcher', () => {
  it('finds the same as looking at every offer for every wish', () => {
    fc.assert(
      fc.property(
        worldArbitrary,
        fc.array(studentArbitrary, { minLength: 1, maxLength: 3 }),
        (world, students) => {
          const matcher = createMatcher(world);
          for (const student of students) {
            const found = matcher.matchStudent(student);
            expect(found.wishes.map(plain)).to.deep.equal(matchNaively(world, student));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives the same result in whatever order anything comes', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const turned = {
          ...world,
          offers: world.offers.toReversed().map((offer) => ({
            ...offer,
            terms: offer.terms.toReversed(),
            hours: offer.hours.toReversed(),
            languages: offer.languages.toReversed(),
            residenceAreas: offer.residenceAreas.toReversed(),
          })),
          schools: world.schools.toReversed(),
        };
        const other = {
          ...student,
          needs: student.needs.toReversed(),
          interests: student.interests.toReversed(),
          languages: student.languages.toReversed(),
          freeTimes: student.freeTimes.toReversed(),
          travelModes: student.travelModes.toReversed(),
        };
        expect(createMatcher(turned).matchStudent(other)).to.deep.equal(
          createMatcher(world).matchStudent(student),
        );
      }),
    );
  });

  it('keeps to the contract, counts every candidate once and never says NaN', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const found = createMatcher(world).matchStudent(student);
        StudentMatches.parse(found);
        const codes = new Set<string>(REASON_CODES);
        for (const wish of found.wishes) {
          const removed = Object.values(wish.removed).reduce((sum, n) => sum + n, 0);
          expect(wish.matches.length).to.be.at.most(
            Math.min(world.rules.matchesPerWish, wish.candidates - removed),
          );
          for (const match of wish.matches) {
            for (const { code } of match.reasons) expect(codes).to.include(code);
            expect(Object.values(match.factors).every((value) => value >= 0 && value <= 1)).to.equal(true);
          }
        }
      }),
    );
  });

  it('answers each student as if there were no other', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, studentArbitrary, (world, first, second) => {
        const matcher = createMatcher(world);
        matcher.matchStudent(first);
        expect(matcher.matchStudent(second)).to.deep.equal(createMatcher(world).matchStudent(second));
      }),
    );
  });

  describe('candidates', () => {
    it('are offers of the term, of narrower and of broader terms, but not of its neighbours', () => {
      const offers = ['phonics', 'reading', 'academic', 'mathematics', 'music'].map((term) =>
        offerWith({ id: term, terms: [term] }),
      );
      const { matches, candidates } = matchOne(offers, studentWith());
      expect(candidates).to.equal(3);
      expect(matches.map(({ offerId, reasons }) => [offerId, reasons[0]])).to.deep.equal([
        ['reading', { code: 'term-exact', values: { term: 'reading' } }],
        ['phonics', { code: 'term-narrower', values: { term: 'phonics' } }],
        ['academic', { code: 'term-broader', values: { term: 'academic' } }],
      ]);
    });

    it('count once by the term that fits best', () => {
      const offer = offerWith({ terms: ['academic', 'phonics', 'reading'] });
      const { matches, candidates } = matchOne([offer], studentWith());
      expect(candidates).to.equal(1);
      expect(matches[0]!.factors.term).to.equal(rules.fit.exact);
    });

    it('name the term that is nearest to the wished one in the tree', () => {
      const term = (offered: string[], wished: string) =>
        matchOne([offerWith({ terms: offered })], studentWith({ needs: [{ term: wished, urgency: 1 }] }))
          .matches[0]!.reasons[0]!.values.term;
      expect(term(['phonics', 'tutoring'], 'academic')).to.equal('tutoring');
      expect(term(['academic', 'reading'], 'phonics')).to.equal('reading');
      expect(term(['phonics', 'fluency'], 'reading')).to.equal('fluency');
    });

    it('never are offers without a public point', () => {
      const { point: _, ...without } = offerWith({ id: 'no-point' });
      const offers = [
        without,
        offerWith({ confidentiality: 'hidden' }),
        offerWith({ confidentiality: 'partial' }),
      ];
      expect(matchOne(offers, studentWith())).to.deep.include({ candidates: 0, matches: [], removed: {} });
    });
  });

  describe('limits', () => {
    const free = studentWith({
      freeTimes: AFTER_SCHOOL,
      birthMonth: '2016-05',
      circumstances: {
        gender: 'male',
        incomeBand: { minimumFpl: 300 },
        programs: { snap: false },
        attributes: { 'first-generation': 'no' },
      },
    });
    const beyond = {
      unknown: [],
      incomeMaximumFplPercent: 185,
      genders: ['female' as const],
      attributes: [{ name: 'first-generation', oneOf: ['yes'] }],
    };
    const { incomeMaximumFplPercent: _, ...withoutIncome } = beyond;
    const everything = {
      eligibility: {
        ...beyond,
        minimumAge: 14,
        minimumGrade: 9,
        requiredLanguages: ['so'],
        residenceRequired: true,
      },
      residenceAreas: [
        {
          type: 'Polygon' as const,
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ] as [number, number][],
          ],
        },
      ],
      point: north(400),
      hours: [{ day: 'WE' as const, from: '09:00', to: '12:00' }],
      hoursKnown: true,
      placesFree: 0,
    };
    /** What makes each limit pass, in their order. */
    const cures: [string, Partial<MatchOffer>][] = [
      ['age', { eligibility: { ...everything.eligibility, minimumAge: 8 } }],
      ['grade', { eligibility: { ...beyond, requiredLanguages: ['so'], residenceRequired: true } }],
      ['language', { eligibility: { ...beyond, residenceRequired: true } }],
      ['residence', { eligibility: beyond }],
      ['income', { eligibility: { ...withoutIncome, programs: ['snap'] } }],
      ['program', { eligibility: withoutIncome }],
      ['gender', { eligibility: { unknown: [], attributes: beyond.attributes } }],
      ['attribute', { eligibility: { unknown: [] } }],
      ['too-far', { point: north(1) }],
      ['hours', { hours: AFTER_SCHOOL }],
      ['full', { placesFree: 1 }],
      ['not-approved', { organizationId: 'organization-2' }],
    ];

    const approvals = new Map([
      ['school-1', { demanded: true, organizationIds: new Set(['organization-2']) }],
    ]);

    it('are asked in their order, and the first that fails is counted', () => {
      let offer = offerWith(everything);
      for (const [limit, cure] of cures) {
        expect(matchOne([offer], free, { approvals }).removed, limit).to.deep.equal({ [limit]: 1 });
        offer = { ...offer, ...cure };
      }
      expect(matchOne([offer], free, { approvals }).matches).to.have.length(1);
      expect(cures.map(([limit]) => limit)).to.deep.equal([...LIMITS]);
    });

    it('ask for approval at the schools of districts that demand it, and only say it where it is shown', () => {
      const elsewhere = new Map([['school-9', approvals.get('school-1')!]]);
      const shown = new Map([['school-1', { demanded: false, organizationIds: new Set<string>() }]]);
      const codesWith = (changes: object, organizationId = 'organization-1') =>
        matchOne([offerWith({ organizationId })], studentWith(), changes).matches[0]!.reasons.map(
          ({ code }) => code,
        );
      expect(codesWith({ approvals: elsewhere })).to.deep.equal(codesWith({}));
      expect(codesWith({ approvals: shown })).to.include('ask-agreement');
      expect(codesWith({ approvals }, 'organization-2')).to.include('approved');
    });

    it('are named with the nearest offer where nothing is left', () => {
      const offers = [
        offerWith({ id: 'far', point: north(40) }),
        offerWith({ id: 'near', point: north(1), placesFree: 0 }),
      ];
      const wish = matchOne(offers, studentWith());
      expect(wish.removed).to.deep.equal({ 'too-far': 1, full: 1 });
      expect(wish.nearest).to.include({ offerId: 'near', limit: 'full', mode: 'bus' });
    });

    it('remove nothing where nobody knows where the student comes from', () => {
      const { homeCell: _, ...homeless } = studentWith({ schoolId: 'elsewhere' });
      const wish = matchOne([offerWith()], homeless);
      expect(wish).to.deep.include({ candidates: 1, matches: [], removed: {} });
      expect(wish).not.to.have.property('nearest');
    });
  });

  describe('hours', () => {
    const student = studentWith({ freeTimes: AFTER_SCHOOL, travelModes: ['walk'] });

    it('leave room for the way from school', () => {
      // 2 km on foot are 32.5 minutes, and beyond the 30 of the mode; 1.8 km are 29.25: there at 15:29:15.
      const open = (to: string) => ({ hoursKnown: true, hours: [{ day: 'WE' as const, from: '14:00', to }] });
      const at = { point: north(1.8) };
      expect(matchOne([offerWith({ ...at, ...open('15:59') })], student).removed).to.deep.equal({ hours: 1 });
      const { matches } = matchOne([offerWith({ ...at, ...open('16:00') })], student);
      expect(matches[0]!.reasons.find(({ code }) => code === 'hours-fit')!.values).to.deep.equal({
        day: 'WE',
        from: '15:30',
        to: '16:00',
      });
    });

    it('that are too short in one piece do not add up', () => {
      const hours = [
        { day: 'WE' as const, from: '16:00', to: '16:29' },
        { day: 'WE' as const, from: '17:00', to: '17:29' },
      ];
      expect(matchOne([offerWith({ hours, hoursKnown: true })], student).removed).to.deep.equal({ hours: 1 });
    });

    it('are named by the first stretch of the week for which there is time', () => {
      const day = 'WE' as const;
      const hours = [
        { day: 'FR' as const, from: '15:00', to: '18:00' },
        { day, from: '16:30', to: '17:30' },
        { day, from: '15:00', to: '15:45' },
        { day: 'SA' as const, from: '09:00', to: '12:00' },
      ];
      const firstFit = (km: number, freeTimes: MatchStudent['freeTimes']) =>
        matchOne([offerWith({ point: north(km), hoursKnown: true, hours })], { ...student, freeTimes })
          .matches[0]!.reasons[2]!.values;
      const free = [...AFTER_SCHOOL, ...hours];
      expect(firstFit(0, free)).to.deep.equal({ day, from: '15:00', to: '15:45' });
      expect(firstFit(1.6, free.slice(0, 2))).to.deep.equal({ day, from: '16:30', to: '17:30' });
    });

    it('fit if they do on any day, be it not the last', () => {
      const hours = [...AFTER_SCHOOL, { day: 'FR' as const, from: '15:00', to: '15:40' }];
      const offer = offerWith({ point: north(1.6), hoursKnown: true, hours });
      expect(matchOne([offer], { ...student, freeTimes: hours }).matches).to.have.length(1);
    });

    it('last until midnight where they do', () => {
      const late = [{ day: 'WE' as const, from: '17:00', to: '24:00' }];
      const offer = offerWith({ hoursKnown: true, hours: late });
      expect(matchOne([offer], { ...student, freeTimes: late }).matches).to.have.length(1);
    });

    it('that nobody knows are asked, on either side', () => {
      const closed = { hours: [{ day: 'SU' as const, from: '09:00', to: '10:00' }] };
      expect(reasonCodes(offerWith({ ...closed, hoursKnown: false }), student)).to.include('ask-hours');
      expect(reasonCodes(offerWith({ ...closed, hoursKnown: true }), studentWith())).to.include(
        'ask-free-times',
      );
    });
  });

  describe('the way', () => {
    const far = { id: 'school-1', point: north(5), dayEndsAt: '15:00' };
    const car = { travelModes: ['car' as const] };
    const afternoon = { hoursKnown: true, hours: AFTER_SCHOOL };
    const evening = { hoursKnown: true, hours: [{ day: 'WE' as const, from: '18:00', to: '20:00' }] };
    const freeTimes = [{ day: 'WE' as const, from: '15:00', to: '21:00' }];

    function fromWhere(offer: Partial<MatchOffer>, student: Partial<MatchStudent>, schools = [far]) {
      return matchOne([offerWith(offer)], studentWith({ ...car, ...student }), { schools }).matches[0]?.from;
    }

    it('begins at school on the afternoon of a school day and at home in the evening', () => {
      expect(fromWhere(afternoon, { freeTimes })).to.equal('school');
      expect(fromWhere(evening, { freeTimes })).to.equal('home');
    });

    describe('before school', () => {
      const school = { ...SCHOOL, dayStartsAt: '08:00' };
      const breakfast = (from: string, to: string, km = 0) =>
        offerWith({ point: north(km), hoursKnown: true, hours: [{ day: 'WE', from, to }] });
      const early = studentWith({
        freeTimes: [{ day: 'WE', from: '06:00', to: '09:00' }],
        travelModes: ['walk'],
      });
      const judged = (offer: MatchOffer, schools: MatchSchool[] = [school]) => {
        const [wish] = createMatcher(worldWith([offer], { schools })).matchStudent(early).wishes;
        const match = wish!.matches[0];
        return match
          ? [match.from, match.reasons.find(({ code }) => code === 'hours-fit')?.values]
          : wish!.removed;
      };

      it('begins at home, and leaves time for the way to school', () => {
        // 1.6 km on foot are a little over 26 minutes: to be left at 7:33.
        const span = { day: 'WE', from: '07:00', to: '07:33' };
        expect(judged(breakfast('07:00', '08:30', 1.6))).to.deep.equal(['home', span]);
        expect(judged(breakfast('07:05', '08:30', 1.6))).to.deep.equal({ hours: 1 });
        expect(judged(breakfast('07:05', '07:35', 0))).to.deep.equal([
          'home',
          { ...span, from: '07:05', to: '07:35' },
        ]);
      });

      it('is not known where nobody says when school begins', () => {
        expect(judged(breakfast('07:00', '08:00'), [SCHOOL])).to.deep.equal({ hours: 1 });
      });
    });

    it('begins at home at the weekend', () => {
      const saturday = [{ day: 'SA' as const, from: '10:00', to: '12:00' }];
      expect(fromWhere({ hoursKnown: true, hours: saturday }, { freeTimes: saturday })).to.equal('home');
    });

    it('begins at the better of both where the hours are not known', () => {
      expect(fromWhere({}, { freeTimes })).to.equal('home');
      expect(fromWhere({ point: north(5) }, { freeTimes })).to.equal('school');
    });

    it('goes by the hours alone where free times are not known, however short they are', () => {
      const hours = [{ day: 'SA' as const, from: '10:00', to: '10:20' }];
      expect(fromWhere({ point: north(5), hoursKnown: true, hours }, {})).to.equal('home');
    });

    it('begins at school where both are equally near', () => {
      const [lat, lon] = cellToLatLng(HOME_CELL);
      const point = { type: 'Point' as const, coordinates: [lon, lat] as [number, number] };
      expect(fromWhere({ point }, {}, [{ ...far, point }])).to.equal('school');
    });

    it('begins at the other place where one is not known', () => {
      expect(fromWhere(afternoon, { freeTimes, schoolId: 'unknown' })).to.equal('home');
      expect(fromWhere(evening, { freeTimes, homeCell: 'no-cell' })).to.equal('school');
    });

    it('takes the fastest mode of the student that allows it', () => {
      const modes = (km: number) =>
        matchOne([offerWith({ point: north(km) })], studentWith()).matches[0]?.mode;
      expect(modes(0.1)).to.equal('walk');
      expect(modes(3)).to.equal('bus');
      expect(modes(20)).to.equal(undefined);
    });

    it('is on foot or by bus where nobody said', () => {
      const match = matchOne([offerWith({ point: north(3) })], studentWith({ travelModes: [] })).matches[0];
      expect(match?.mode).to.equal('bus');
    });
  });

  describe('reasons', () => {
    it('say what is known and ask for what is not', () => {
      expect(reasonCodes(offerWith(), studentWith())).to.deep.equal([
        'term-exact',
        'travel',
        'ask-hours',
        'ask-free-times',
        'ask-places',
        'ask-language',
        'ask-cost',
      ]);
      const offer = offerWith({
        hours: AFTER_SCHOOL,
        hoursKnown: true,
        placesFree: 2,
        languages: ['en', 'es'],
        free: true,
        eligibility: {
          unknown: ['income'],
          minimumAge: 6,
          maximumGrade: 5,
          requiredLanguages: ['es'],
          description: 'Ask first',
        },
      });
      const student = studentWith({
        freeTimes: AFTER_SCHOOL,
        languages: ['en', 'es'],
        birthMonth: '2016-05',
        knownOrganizationIds: ['organization-1'],
      });
      const found = matchOne([offer], student).matches[0]!.reasons;
      expect(found.slice(2)).to.deep.equal([
        { code: 'hours-fit', values: { day: 'WE', from: found[2]!.values.from, to: '18:00' } },
        { code: 'places', values: { free: 2 } },
        { code: 'language', values: { language: 'es' } },
        { code: 'free', values: {} },
        { code: 'known-partner', values: {} },
        { code: 'age-ok', values: { min: 6 } },
        { code: 'grade-ok', values: { max: 5 } },
        { code: 'required-language-ok', values: { language: 'es' } },
        { code: 'ask-income', values: {} },
        { code: 'ask-conditions', values: {} },
      ]);
    });

    it('name the cost where there is one', () => {
      const { reasons } = matchOne([offerWith({ free: false, cost: '$5' })], studentWith()).matches[0]!;
      expect(reasons).to.deep.include({ code: 'cost', values: { cost: '$5' } });
    });
  });

  it('sees no offers, and all offers at one place', () => {
    expect(matchOne([], studentWith())).to.deep.include({ candidates: 0, matches: [], removed: {} });
    const same = Array.from({ length: 15 }, (_, i) =>
      offerWith({ id: `offer-${String(i).padStart(2, '0')}` }),
    );
    const { matches } = matchOne(same.toReversed(), studentWith());
    expect(matches.map(({ offerId }) => offerId)).to.deep.equal(same.slice(0, 10).map(({ id }) => id));
    expect(matches.map(({ rank }) => rank)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('puts the nearer first of two that score the same', () => {
    const offers = [offerWith({ id: 'a', point: north(2) }), offerWith({ id: 'b', point: north(1) })];
    const flat = { rules: { ...rules, weights: { ...rules.weights, travel: 0 } } };
    expect(matchOne(offers, studentWith(), flat).matches.map(({ offerId }) => offerId)).to.deep.equal([
      'b',
      'a',
    ]);
  });

  it('keeps to the home cell, of which the centre is measured', () => {
    const { matches } = matchOne([offerWith()], studentWith({ homeCell: HOME_CELL }), {
      schools: [{ ...SCHOOL, point: undefined }],
    });
    expect(matches[0]!.from).to.equal('home');
    expect(matches[0]!.minutes).to.be.greaterThan(0);
  });
});

function plain(wish: StudentMatches['wishes'][number]) {
  const { kind, term, weight, candidates, removed, nearest } = wish;
  const matches = wish.matches.map(({ offerId, score, minutes, mode, from }) => {
    return { offerId, score, minutes, mode, from };
  });
  return { kind, term, weight, candidates, removed, matches, ...(nearest && { nearest }) };
}
