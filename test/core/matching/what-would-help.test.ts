import { expect } from 'chai';
import fc from 'fast-check';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import type { MatchOffer, MatchStudent } from '../../../core/matching/match-input.ts';
import { type MatcherInput, prepareMatching } from '../../../core/matching/prepare-matching.ts';
import { type HelpChange, whatWouldHelp } from '../../../core/matching/what-would-help.ts';
import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import { USUAL_MODES } from '../../../core/travel/trip.ts';
import { offerWith, SCHOOL, studentArbitrary, studentWith, worldArbitrary, worldWith } from './world.ts';

/** The world and the student with one change made, as a person would make it. */
function changed(world: MatcherInput, student: MatchStudent, change: HelpChange) {
  const modes = student.travelModes.length > 0 ? student.travelModes : USUAL_MODES;
  switch (change.kind) {
    case 'place':
      return {
        world: {
          ...world,
          offers: world.offers.map((offer) =>
            offer.id === change.offerId ? { ...offer, placesFree: 1 } : offer,
          ),
        },
        student,
      };
    case 'agreement':
      return { world: withAgreement(world, student.schoolId, change.organizationId), student };
    case 'minutes':
      return { world: { ...world, travel: longer(world.travel, change.minutes) }, student };
    case 'free-time':
      return { world, student: { ...student, freeTimes: [...student.freeTimes, change.span] } };
    case 'mode':
      return { world, student: { ...student, travelModes: [...modes, change.mode] } };
    case 'language':
      return { world, student: { ...student, languages: [...student.languages, change.language] } };
  }
}

function withAgreement(world: MatcherInput, schoolId: string, organizationId: string): MatcherInput {
  const before = world.approvals!.get(schoolId)!;
  const organizationIds = new Set([...before.organizationIds, organizationId]);
  return { ...world, approvals: new Map([...world.approvals!, [schoolId, { ...before, organizationIds }]]) };
}

function longer(travel: MatcherInput['travel'], more: number) {
  const entries = TRAVEL_MODES.map((mode): [TravelMode, MatcherInput['travel']['walk']] => [
    mode,
    { ...travel[mode], maximumMinutes: travel[mode].maximumMinutes + more },
  ]);
  return Object.fromEntries(entries) as MatcherInput['travel'];
}

function matched(world: MatcherInput, student: MatchStudent, term: string): Set<string> {
  const all = { ...world, rules: { ...world.rules, matchesPerWish: 1000 } };
  const wish = createMatcher(all)
    .matchStudent(student)
    .wishes.find((one) => one.term === term);
  return new Set(wish?.matches.map(({ offerId }) => offerId));
}

function opens(world: MatcherInput, student: MatchStudent, term: string, change: HelpChange): string[] {
  const before = matched(world, student, term);
  const after = changed(world, student, change);
  return [...matched(after.world, after.student, term)].filter((id) => !before.has(id));
}

function help(offers: MatchOffer[], student: MatchStudent) {
  return whatWouldHelp(prepareMatching(worldWith(offers)), student, 'reading')!;
}

function north(km: number): { type: 'Point'; coordinates: [number, number] } {
  return { type: 'Point', coordinates: [-91.5, 41.6 + km / 111.195] };
}

const atSchool = { homeCell: 'no-cell' };

describe('whatWouldHelp', () => {
  it('promises nothing that the matcher does not keep', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const prepared = prepareMatching(world);
        for (const { term } of student.needs) {
          const found = whatWouldHelp(prepared, student, term)!;
          expect(found.passed).to.equal(matched(world, student, term).size);
          for (const { opened, offerIds, ...change } of found.helps) {
            const ids = opens(world, student, term, change);
            expect(ids, JSON.stringify(change)).to.have.length(opened);
            expect(ids).to.include.members(offerIds);
            expect(offerIds).to.have.length(Math.min(3, opened));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves out nothing that would open a place', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const prepared = prepareMatching(world);
        const modes = student.travelModes.length > 0 ? student.travelModes : USUAL_MODES;
        for (const { term } of student.needs) {
          const { helps } = whatWouldHelp(prepared, student, term)!;
          const opensWith = (change: HelpChange) => opens(world, student, term, change).length;
          const minutes = helps.flatMap((one) => (one.kind === 'minutes' ? [one.minutes] : []));
          const steps = Array.from({ length: 12 }, (_, i) => 5 * (i + 1));
          const first = steps.find((more) => opensWith({ kind: 'minutes', minutes: more }) > 0);
          expect(first).to.equal(minutes.length > 0 ? Math.min(...minutes) : undefined);
          for (const mode of TRAVEL_MODES) {
            const told = helps.some((one) => one.kind === 'mode' && one.mode === mode);
            if (!modes.includes(mode)) expect(opensWith({ kind: 'mode', mode }) > 0).to.equal(told);
          }
          const demanded = world.approvals?.get(student.schoolId)?.demanded === true;
          const closed = ['organization-1', 'organization-2'].filter(
            (organizationId) => demanded && opensWith({ kind: 'agreement', organizationId }) > 0,
          );
          const partners = helps.flatMap((one) => (one.kind === 'agreement' ? [one.organizationId] : []));
          expect(partners.sort()).to.deep.equal(closed);
          if (student.languages.length === 0) continue;
          for (const language of ['en', 'es', 'so'].filter((code) => !student.languages.includes(code))) {
            const told = helps.some((one) => one.kind === 'language' && one.language === language);
            expect(opensWith({ kind: 'language', language }) > 0).to.equal(told);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says of one offer what it says of a world in which there is no other', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const [need] = student.needs;
        if (!need) return;
        const prepared = prepareMatching(world);
        for (const offer of world.offers) {
          const alone = prepareMatching({ ...world, offers: [offer] });
          expect(whatWouldHelp(prepared, student, need.term, offer.id)).to.deep.equal(
            whatWouldHelp(alone, student, need.term),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells the least time more that opens a place, and the time that opens all within an hour', () => {
    // By bus 45 minutes reach 10.57 km.
    const offers = [11, 12, 15, 16].map((km) => offerWith({ id: `at-${km}`, point: north(km) }));
    const { helps } = help(offers, studentWith({ ...atSchool, travelModes: ['bus', 'walk', 'bike', 'car'] }));
    expect(helps).to.deep.equal([]);
    const byBus = help(offers, studentWith({ ...atSchool, travelModes: ['bus'] })).helps;
    expect(byBus.filter(({ kind }) => kind === 'minutes')).to.deep.equal([
      { kind: 'minutes', minutes: 20, opened: 4, offerIds: ['at-11', 'at-12', 'at-15'] },
      { kind: 'minutes', minutes: 5, opened: 1, offerIds: ['at-11'] },
    ]);
    expect(byBus[0]).to.include({ opened: 4 });
    expect(byBus.find(({ kind }) => kind === 'mode')).to.include({ mode: 'car', opened: 4 });
  });

  it('tells a free time as short as what it opens', () => {
    const wednesday: WeeklySpan[] = [{ day: 'WE', from: '15:00', to: '18:00' }];
    const offer = offerWith({ hoursKnown: true, hours: [{ day: 'TU', from: '15:35', to: '16:50' }] });
    expect(help([offer], studentWith({ freeTimes: wednesday })).helps).to.deep.equal([
      {
        kind: 'free-time',
        span: { day: 'TU', from: '15:30', to: '17:00' },
        opened: 1,
        offerIds: ['offer-1'],
      },
    ]);
  });

  it('tells a free morning only where it is known when school begins', () => {
    const offer = offerWith({ hoursKnown: true, hours: [{ day: 'TU', from: '07:00', to: '07:40' }] });
    const student = studentWith({ freeTimes: [{ day: 'WE', from: '15:00', to: '18:00' }] });
    const spans = (dayStartsAt?: string) => {
      const schools = [{ ...SCHOOL, ...(dayStartsAt && { dayStartsAt }) }];
      const { helps } = whatWouldHelp(prepareMatching(worldWith([offer], { schools })), student, 'reading')!;
      return helps.map((one) => one.kind === 'free-time' && one.span);
    };
    expect(spans('08:15')).to.deep.equal([{ day: 'TU', from: '07:00', to: '07:45' }]);
    expect(spans()).to.deep.equal([]);
  });

  it('tells a free place of the full ones that would rank best, and a language that is asked for', () => {
    const full = [1, 2, 3, 4].map((km) => offerWith({ id: `full-${km}`, point: north(km), placesFree: 0 }));
    const somali = offerWith({ id: 'so', eligibility: { unknown: [], requiredLanguages: ['so'] } });
    const { helps, passed } = help([...full, somali], studentWith(atSchool));
    expect(passed).to.equal(0);
    expect(helps).to.deep.equal([
      { kind: 'place', offerId: 'full-1', opened: 1, offerIds: ['full-1'] },
      { kind: 'place', offerId: 'full-2', opened: 1, offerIds: ['full-2'] },
      { kind: 'place', offerId: 'full-3', opened: 1, offerIds: ['full-3'] },
      { kind: 'language', language: 'so', opened: 1, offerIds: ['so'] },
    ]);
  });

  it('names the facts that matches ask for, the one that settles most first', () => {
    const hours = { hoursKnown: true, hours: [{ day: 'WE' as const, from: '15:00', to: '18:00' }] };
    const teens = { eligibility: { unknown: [], minimumAge: 8 } };
    const { facts } = help(
      [offerWith({ id: 'a', ...hours, ...teens }), offerWith({ id: 'b', ...hours })],
      studentWith(),
    );
    expect(facts).to.deep.equal([
      { fact: 'free-times', asked: 2 },
      { fact: 'birth-month', asked: 1 },
    ]);
  });
});
