import { expect } from 'chai';
import fc from 'fast-check';
import { farPairs } from '../../../core/co-location/far-pairs.ts';
import type { OpenOffer } from '../../../core/co-location/site.ts';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import { anOffer, aSchool, atKm, rule, taxonomy, told } from './town.ts';

const pairs = [
  { terms: ['reading', 'food'] as [string, string], why: { en: 'both', es: 'ambos' }, source: 'a test' },
];
const food = (id: string, north: number, east = 0) => anOffer(id, { terms: ['food'], at: atKm(north, east) });
const reading = (id: string, north: number, east = 0) => anOffer(id, { at: atKm(north, east) });

function ask(offers: readonly OpenOffer[], needs = told('s', { reading: 30, food: 20 }), farMinutes = 10) {
  const schools = [aSchool('s'), aSchool('t', atKm(1)), aSchool('u', atKm(90))];
  return farPairs({ pairs, offers, schools, counts: { needs }, taxonomy, rule, farMinutes });
}

const exactly = (students: number | null) => ({ students, atMost: false });

describe('Kinds of help that families use together', () => {
  it('are far apart where the shortest round from their school has a long way between the two', () => {
    const [pair, ...others] = ask([reading('r', 6), food('f', -6), reading('r-far', 60), food('f-far', 61)]);
    expect(others).to.be.empty;
    expect(pair!.offers.map(({ id }) => id)).to.deep.equal(['r', 'f']);
    expect(pair!.minutes).to.be.closeTo(12, 0.01);
    expect(pair!.students).to.deep.equal([exactly(30), exactly(20)]);
    expect(pair!.weight).to.be.closeTo(12 * 20, 0.2);
  });

  it('are not far apart where somewhat further two stand side by side', () => {
    expect(ask([reading('r', 6), food('f', -6), food('beside', 6, 1)])).to.be.empty;
  });

  it('are not apart at all where one gives both, or nobody gives one of them', () => {
    expect(ask([anOffer('both', { terms: ['reading', 'food'] })])).to.be.empty;
    expect(ask([reading('r', 6)])).to.be.empty;
  });

  it('count together for schools that go to the same two, and not for one that may tell neither', () => {
    const needs = [
      ...told('s', { reading: 30, food: 20 }),
      ...told('t', { reading: 11, food: 40 }),
      ...told('u', { math: 99, academic: 99 }),
    ];
    const [pair] = ask([reading('r', 6), food('f', -6)], needs);
    expect(pair!.schools).to.deep.equal(['s', 't']);
    expect(pair!.students).to.deep.equal([exactly(41), exactly(60)]);
    expect(pair!.weight).to.be.closeTo(12 * (20 + 11), 0.4);
  });

  it('count with what is told of one, where a school may not tell the other', () => {
    const [pair] = ask([reading('r', 6), food('f', -6)], told('s', { reading: 30 }));
    expect(pair!.students).to.deep.equal([exactly(30), exactly(null)]);
    expect(pair!.weight).to.be.closeTo(12 * 30, 0.4);
  });

  it('count with a wider kind that a school may tell, but for a whole domain, and say that it is at most so many', () => {
    const needs = [...told('s', { tutoring: 30, 'basic-needs': 50 }), ...told('t', { reading: 11 })];
    const [pair] = ask([reading('r', 6), food('f', -6)], needs);
    expect(pair!.students).to.deep.equal([{ students: 41, atMost: true }, exactly(null)]);
  });

  it('are the two of the shortest round of all that there are', () => {
    const place = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 }));
    const places = fc.array(place, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(places, places, (a, b) => {
        const some = a.map(([n, e], at) => reading(`r${at}`, n, e));
        const others = b.map(([n, e], at) => food(`f${at}`, n, e));
        const round = ({ at: one }: OpenOffer, { at: other }: OpenOffer) =>
          greatCircleKm([0, 0], one) + greatCircleKm(one, other) + greatCircleKm([0, 0], other);
        const shortest = Math.min(...some.flatMap((one) => others.map((other) => round(one, other))));
        const [pair] = ask([...some, ...others], undefined, 0);
        // Where the two stand at one point there is nothing to tell.
        fc.pre(pair !== undefined);
        expect(round(...(pair!.offers as [OpenOffer, OpenOffer]))).to.be.closeTo(shortest, 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
