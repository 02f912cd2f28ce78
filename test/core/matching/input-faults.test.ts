import { expect } from 'chai';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import { CROWD, findOfferFaults } from '../../../core/matching/find-offer-faults.ts';
import type { MatchOffer } from '../../../core/matching/match-input.ts';
import { countStudentFaults } from '../../../core/matching/student-faults.ts';
import { offerWith, rules, SCHOOL, studentWith, TODAY, taxonomy, travel } from './world.ts';

const named = (changes: Partial<MatchOffer> = {}) => ({
  ...offerWith({ placesFree: 2, ...changes }),
  serviceId: 'service-1',
  serviceName: 'Reading Friends',
});
const at = (lon: number, lat: number) => ({
  type: 'Point' as const,
  coordinates: [lon, lat] as [number, number],
});
const never = () => false;
const codes = (offers: ReturnType<typeof named>[], isNeverOpen: (offer: MatchOffer) => boolean = never) =>
  findOfferFaults(offers, taxonomy, isNeverOpen).map(({ code, count }) => [code, count]);

describe('What a match run cannot use', () => {
  it('says nothing where nothing is wrong', () => {
    expect(codes([named()])).to.deep.equal([]);
  });

  for (const [words, changes, code] of [
    ['a latitude that is no number', { point: at(-91.5, Number.NaN) }, 'point-invalid'],
    ['a longitude beyond the globe', { point: at(-191.5, 41.6) }, 'point-invalid'],
    ['a place without a point', { point: undefined }, 'point-missing'],
    ['no kind of help', { terms: [] }, 'without-term'],
    ['a kind of help that is gone', { terms: ['reading', 'knitting'] }, 'term-gone'],
    ['fewer than no places', { placesFree: -3 }, 'places-negative'],
    ['places that are no number', { placesFree: Number.NaN }, 'places-negative'],
    ['places that nobody told', { placesFree: undefined }, 'places-unknown'],
  ] as [string, Partial<MatchOffer>, string][]) {
    it(`names ${words}, and matches on without failing`, () => {
      const offer = named(changes);
      expect(findOfferFaults([offer, named({ id: 'offer-2' })], taxonomy, never)).to.deep.include({
        code,
        count: 1,
        values: code === 'term-gone' ? { terms: 'knitting' } : {},
        offers: [{ id: 'offer-1', serviceId: 'service-1', name: 'Reading Friends' }],
      });
      const usable = ['places-unknown', 'term-gone'].includes(code);
      expect(matchedOffers([offer, named({ id: 'offer-2' })])).to.have.members(
        usable ? ['offer-1', 'offer-2'] : ['offer-2'],
      );
    });
  }

  it('counts confidential places and names none of them', () => {
    const [finding] = findOfferFaults([named({ confidentiality: 'hidden' })], taxonomy, never);
    expect(finding).to.deep.equal({ code: 'place-confidential', count: 1, values: {}, offers: [] });
  });

  it('names what opens at no time', () => {
    expect(codes([named()], () => true)).to.deep.equal([['open-never', 1]]);
  });

  it('stops at 10,000 services at one point, names twenty and matches the ten best of them', () => {
    const crowd = Array.from({ length: 10_000 }, (_, i) =>
      named({ id: `offer-${String(i).padStart(5, '0')}` }),
    );
    const [finding, ...more] = findOfferFaults(crowd, taxonomy, never);
    expect(more).to.deep.equal([]);
    expect(finding).to.include({ code: 'one-point', count: 10_000 });
    expect(finding?.offers).to.have.length(20);
    expect(matchedOffers(crowd)).to.deep.equal(crowd.slice(0, 10).map(({ id }) => id));
    expect(codes(crowd.slice(0, CROWD))).to.deep.equal([]);
  });

  it('counts what of the students cannot be used, and names nobody', () => {
    const faults = countStudentFaults([SCHOOL, { ...SCHOOL, id: 'school-2', point: at(200, 0) }], taxonomy);
    faults.see(studentWith({ needs: [{ term: 'knitting', urgency: 2 }], interests: [] }));
    faults.see(studentWith({ schoolId: 'school-2', homeCell: undefined }));
    faults.see(studentWith({ schoolId: 'school-9', homeCell: undefined }));
    expect(faults.findings()).to.deep.equal([
      { code: 'need-term-gone', count: 1, values: { terms: 'knitting' }, offers: [] },
      { code: 'school-gone', count: 1, values: {}, offers: [] },
      { code: 'origin-unknown', count: 2, values: {}, offers: [] },
    ]);
  });
});

function matchedOffers(offers: MatchOffer[]): string[] {
  const matcher = createMatcher({ offers, schools: [SCHOOL], taxonomy, rules, travel, today: TODAY });
  const { wishes } = matcher.matchStudent(
    studentWith({ needs: [{ term: 'reading', urgency: 1 }], interests: [] }),
  );
  return wishes.flatMap(({ matches }) => matches.map(({ offerId }) => offerId));
}
