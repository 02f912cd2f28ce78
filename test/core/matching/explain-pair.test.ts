import { expect } from 'chai';
import fc from 'fast-check';
import { contributionsOf } from '../../../core/matching/contributions.ts';
import { matcherOn } from '../../../core/matching/create-matcher.ts';
import { explainPair } from '../../../core/matching/explain-pair.ts';
import { LIMITS } from '../../../core/matching/match.ts';
import type { MatchOffer, MatchStudent } from '../../../core/matching/match-input.ts';
import { prepareMatching } from '../../../core/matching/prepare-matching.ts';
import {
  offerWith,
  rules,
  SCHOOL,
  studentArbitrary,
  studentWith,
  worldArbitrary,
  worldWith,
} from './world.ts';

const WEDNESDAY = [{ day: 'WE' as const, from: '15:00', to: '18:00' }];

function explain(offer: MatchOffer, student: MatchStudent, others: MatchOffer[] = []) {
  return explainPair(prepareMatching(worldWith([offer, ...others])), student, 'reading', offer.id)!;
}

function answerOf(offer: Partial<MatchOffer>, student: Partial<MatchStudent>, limit: string) {
  const found = explain(offerWith(offer), studentWith(student)).limits.find((one) => one.limit === limit);
  return found && { answer: found.answer, code: found.code, values: found.values };
}

function north(km: number): { type: 'Point'; coordinates: [number, number] } {
  return { type: 'Point', coordinates: [-91.5, 41.6 + km / 111.195] };
}

describe('explainPair', () => {
  it('says of every pair what the matcher says', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const prepared = prepareMatching({ ...world, rules: { ...world.rules, matchesPerWish: 1000 } });
        const { wishes } = matcherOn(prepared).matchStudent(student);
        for (const wish of wishes) {
          // Of a term that is needed and loved, the need is explained.
          if (wishes.find(({ term }) => term === wish.term) !== wish) continue;
          const removed: Record<string, number> = {};
          let ranked = 0;
          for (const { id } of world.offers) {
            const pair = explainPair(prepared, student, wish.term, id)!;
            const match = wish.matches.find(({ offerId }) => offerId === id);
            expect(pair.outcome === 'match', id).to.equal(match !== undefined);
            if (match) expect(pair.match).to.deep.equal(match);
            if (pair.fit && pair.limit) removed[pair.limit] = (removed[pair.limit] ?? 0) + 1;
            if (pair.outcome === 'match') ranked++;
            expect(pair.passed).to.equal(wish.matches.length);
          }
          expect(removed).to.deep.equal(wish.removed);
          expect(ranked).to.equal(wish.matches.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('answers each limit once, in the order in which they are asked, and the first that fails counts', () => {
    const order = ['conditions', ...LIMITS];
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const prepared = prepareMatching(world);
        const [wish] = [...student.needs, ...student.interests];
        if (!wish) return;
        for (const { id } of world.offers) {
          const pair = explainPair(prepared, student, wish.term, id)!;
          const limits = pair.limits.filter(({ limit }) => limit !== 'conditions' && limit !== 'attribute');
          const asked = limits.map(({ limit }) => order.indexOf(limit));
          expect(asked).to.deep.equal([...new Set(asked)].sort((a, b) => a - b));
          expect(pair.limit).to.equal(pair.limits.find(({ answer }) => answer === 'fails')?.limit);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('gives the numbers of each limit', () => {
    const grades = { eligibility: { unknown: [], minimumGrade: 6, maximumGrade: 8 } };
    expect(answerOf(grades, { grade: 4 }, 'grade')).to.deep.equal({
      answer: 'fails',
      code: 'no-grade',
      values: { min: 6, max: 8, grade: 4 },
    });
    expect(answerOf(grades, { grade: 7 }, 'grade')).to.include({ answer: 'passes', code: 'grade-ok' });
    expect(
      answerOf({ point: north(20) }, { travelModes: ['bus'], homeCell: 'no-cell' }, 'too-far'),
    ).to.deep.equal({
      answer: 'fails',
      code: 'no-too-far',
      values: { minutes: 78, mode: 'bus', from: 'school', maximum: 45 },
    });
    expect(answerOf({ placesFree: 0 }, {}, 'full')).to.include({ answer: 'fails', code: 'no-full' });
    expect(answerOf({}, {}, 'full')).to.include({ answer: 'asks', code: 'ask-places' });
    expect(answerOf({}, {}, 'hours')).to.include({ answer: 'asks', code: 'ask-hours' });
  });

  it('tells closed, too late and too far in the evening apart', () => {
    const open = (from: string, to: string, more = {}) =>
      answerOf(
        { hoursKnown: true, hours: [{ day: 'WE', from, to }], point: north(3.9), ...more },
        { freeTimes: [...WEDNESDAY, { day: 'WE', from: '19:00', to: '21:00' }], travelModes: ['bus'] },
        'hours',
      );
    expect(open('09:00', '12:00')).to.include({ answer: 'fails', code: 'no-hours' });
    expect(open('15:00', '15:45')).to.deep.equal({
      answer: 'fails',
      code: 'no-hours-late',
      values: { minutes: 30, arrival: '15:22', latest: '15:15' },
    });
    expect(open('15:00', '18:00')).to.include({ answer: 'passes', code: 'hours-fit' });
    expect(open('19:00', '21:00')).to.include({ answer: 'passes', code: 'hours-fit' });
  });

  it('tells a morning after which the student would be late for school', () => {
    const offer = offerWith({
      hoursKnown: true,
      hours: [{ day: 'WE', from: '07:00', to: '07:45' }],
      point: north(3.9),
    });
    const student = studentWith({
      freeTimes: [{ day: 'WE', from: '07:00', to: '07:45' }],
      travelModes: ['bus'],
    });
    const school = { ...SCHOOL, dayStartsAt: '07:45' };
    const prepared = prepareMatching(worldWith([offer], { schools: [school] }));
    const { limits } = explainPair(prepared, student, 'reading', offer.id)!;
    expect(limits.find(({ limit }) => limit === 'hours')).to.include({ code: 'no-hours-morning' });
  });

  it('says what stands in the way beside the first limit', () => {
    const offer = offerWith({
      point: north(30),
      placesFree: 0,
      eligibility: { unknown: [], minimumGrade: 9 },
    });
    const { outcome, limit, limits } = explain(offer, studentWith());
    expect({ outcome, limit }).to.deep.equal({ outcome: 'limit', limit: 'grade' });
    expect(limits.map(({ limit, answer }) => [limit, answer])).to.deep.equal([
      ['grade', 'fails'],
      ['too-far', 'fails'],
      ['hours', 'asks'],
      ['full', 'fails'],
    ]);
  });

  it('ranks an offer behind the shown ones and says by whom it is measured', () => {
    const others = Array.from({ length: 12 }, (_, i) =>
      offerWith({ id: `near-${i}`, point: north(0.1 * i) }),
    );
    const pair = explain(offerWith({ id: 'far', point: north(5) }), studentWith(), others);
    expect(pair).to.deep.include({ outcome: 'match', passed: 13, shown: 10 });
    expect(pair.match?.rank).to.equal(13);
    expect(pair.compared).to.include({ offerId: 'near-9', rank: 10 });
    const lost = (factors: typeof pair.compared) =>
      contributionsOf(factors!.factors, rules.weights).find(({ factor }) => factor === 'travel')!.points;
    const difference = lost(pair.compared) - lost({ ...pair.compared!, factors: pair.match!.factors });
    expect(difference).to.be.closeTo(pair.compared!.score - pair.match!.score, 0.0002);
  });

  it('says what it would be if no limit removed it', () => {
    const pair = explain(offerWith({ id: 'a', placesFree: 0 }), studentWith(), [
      offerWith({ id: 'b', point: north(3) }),
    ]);
    expect(pair).to.include({ outcome: 'limit', limit: 'full', passed: 1 });
    expect(pair.match).to.include({ rank: 1 });
    expect(pair.compared).to.include({ offerId: 'b', rank: 1 });
  });

  it('says of another kind of help that it is, and of a place that may not be told nothing else', () => {
    expect(explain(offerWith({ terms: ['music'] }), studentWith())).to.include({ outcome: 'other-kind' });
    const hidden = explain(offerWith({ confidentiality: 'hidden', placesFree: 0 }), studentWith());
    expect(hidden).to.deep.include({ outcome: 'no-place', limits: [] }).and.to.not.have.property('match');
  });

  it('has nothing to say of what the student does not wish for', () => {
    const prepared = prepareMatching(worldWith([offerWith()]));
    expect(explainPair(prepared, studentWith(), 'music', 'offer-1')).to.equal(undefined);
  });
});

describe('contributionsOf', () => {
  it('adds up to the score, and to 1 at most', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        for (const { matches } of matcherOn(prepareMatching(world)).matchStudent(student).wishes)
          for (const { factors, score } of matches) {
            const parts = contributionsOf(factors, world.rules.weights);
            const sum = (key: 'points' | 'most') => parts.reduce((total, part) => total + part[key], 0);
            expect(sum('points')).to.be.closeTo(score, 0.0002);
            expect(sum('most')).to.be.closeTo(1, 1e-9);
          }
      }),
      { numRuns: 30 },
    );
  });

  it('is nothing where no factor has a weight', () => {
    const none = { ...rules.weights };
    for (const factor of Object.keys(none) as (keyof typeof none)[]) none[factor] = 0;
    const parts = contributionsOf({ ...none, term: 1 }, none);
    expect(parts.every(({ points, most }) => points === 0 && most === 0)).to.equal(true);
  });
});
