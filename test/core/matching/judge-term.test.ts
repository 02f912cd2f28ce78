import { expect } from 'chai';
import fc from 'fast-check';
import type { MatcherInput } from '../../../core/matching/create-matcher.ts';
import { courtFor } from '../../../core/matching/judge-offer.ts';
import { judgeTerm } from '../../../core/matching/judge-term.ts';
import type { MatchStudent } from '../../../core/matching/match-input.ts';
import { nearestCandidate } from '../../../core/matching/nearest-candidate.ts';
import { offerColumns } from '../../../core/matching/offer-columns.ts';
import { studentViewer } from '../../../core/matching/student-view.ts';
import { type Candidate, termIndex } from '../../../core/matching/term-index.ts';
import { termReach } from '../../../core/matching/term-reach.ts';
import { judgeAll, nearestOfAll } from './judge-all.ts';
import {
  offerArbitrary,
  offerWith,
  studentArbitrary,
  studentWith,
  worldArbitrary,
  worldWith,
} from './world.ts';

/** Enough offers for a tree with branches. */
const largeWorld = fc
  .tuple(worldArbitrary, fc.array(offerArbitrary, { maxLength: 120, size: 'max' }))
  .map(([world, offers]) => ({
    ...world,
    offers: offers.map((offer, i) => ({ ...offer, id: `offer-${String(i).padStart(3, '0')}` })),
  }));
const TERMS = ['reading', 'academic', 'unheard-of'];

function setUp({ offers, schools, taxonomy, rules, travel, today }: MatcherInput, student: MatchStudent) {
  const columns = offerColumns(offers);
  const school = schools.find(({ id }) => id === student.schoolId);
  const view = studentViewer(columns, rules, today)(student, school);
  const reach = termReach(columns, termIndex(columns.offers, taxonomy));
  return { court: courtFor(view, columns, travel), reach };
}

describe('judgeTerm', () => {
  it('says the same as judging every offer of the term', () => {
    fc.assert(
      fc.property(largeWorld, studentArbitrary, (world, student) => {
        const { court, reach } = setUp(world, student);
        for (const term of TERMS) {
          const passed: [Candidate, unknown][] = [];
          const removed = judgeTerm(court, reach(term), (...pass) => passed.push(pass));
          passed.sort(([a], [b]) => a.offer - b.offer);
          expect({ removed, passed }).to.deep.equal(judgeAll(court, reach(term).candidates));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('judges what is within reach, and nothing else', () => {
    const offers = Array.from({ length: 250 }, (_, i) =>
      offerWith({ id: `offer-${i}`, point: { type: 'Point', coordinates: [-91.5 + i, 41.6] } }),
    );
    const { court, reach } = setUp(worldWith(offers), studentWith());
    const judged: number[] = [];
    const meeting = (offer: number) => {
      judged.push(offer);
      return court.view.meeting(offer);
    };
    const removed = judgeTerm(
      { ...court, view: { ...court.view, meeting } },
      reach('reading'),
      () => undefined,
    );
    expect(removed).to.deep.equal({ 'too-far': offers.length - 1 });
    expect(judged.map((offer) => court.offers[offer]!.id)).to.deep.equal(['offer-0']);
  });
});

describe('nearestCandidate', () => {
  it('finds the same as measuring the way to every offer of the term', () => {
    fc.assert(
      fc.property(largeWorld, studentArbitrary, (world, student) => {
        const { court, reach } = setUp(world, student);
        for (const term of TERMS) {
          const naive = nearestOfAll(court, reach(term).candidates);
          expect(nearestCandidate(court, reach(term))).to.deep.equal(naive);
        }
      }),
      { numRuns: 150 },
    );
  });
});
