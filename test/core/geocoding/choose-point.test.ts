import { expect } from 'chai';
import fc from 'fast-check';
import type { AddressToAsk } from '../../../core/geocoding/address-to-ask.ts';
import { choosePoint } from '../../../core/geocoding/choose-point.ts';
import { MATCH_DOUBTS, MATCH_QUALITIES, type MatchedAddress } from '../../../core/geocoding/geocoding.ts';

const asked: AddressToAsk = {
  street: '12 Mill Road',
  city: 'St. Clair',
  state: 'NE',
  postalCode: '68001',
  country: '',
};
const found: MatchedAddress = {
  point: [-96.5, 40.5],
  label: '12 MILL RD',
  quality: 'exact',
  street: '12 Mill Rd',
  city: 'Saint Clair',
  states: ['Nebraska', 'NE'],
  postalCode: '68001',
};
const judging = { words: { rd: 'road' }, bounds: [-97, 40, -96, 41] } as const;
const choose = (...places: Partial<MatchedAddress>[]) =>
  choosePoint(
    asked,
    { found: places.map((each) => ({ ...found, ...each })) },
    { ...judging, bounds: [...judging.bounds] },
  );

describe('Which found point is taken', () => {
  it('is the house itself, at most spelled another way', () => {
    expect(choose({})).to.deep.include({ verdict: 'sure' });
    expect(choose({}).candidates[0]).to.deep.include({ score: 1, doubts: [] });
    expect(choose({ approximate: true }).verdict).to.equal('sure');
    expect(choose({ city: 'Mill Village' }).verdict, 'the postal code is the same').to.equal('sure');
  });

  it('is for a person to decide wherever something speaks against it', () => {
    const weak: [Partial<MatchedAddress>, string[]][] = [
      [{ quality: 'street' }, []],
      [{ quality: 'place', street: 'Elm Street' }, []],
      [{ street: '12 Elm Street' }, ['other-street']],
      [{ postalCode: '68999' }, ['other-postcode']],
      [{ postalCode: '68999', city: 'Elm' }, ['other-postcode', 'other-town']],
      [{ states: ['Kansas', 'KS'] }, ['other-state']],
      [{ point: [-90, 40.5] }, ['outside']],
    ];
    for (const [place, doubts] of weak) {
      const { verdict, candidates } = choose(place);
      expect(verdict, doubts.join()).to.equal('weak');
      expect(candidates[0]?.doubts).to.deep.equal(doubts);
    }
  });

  it('is none of two that fit equally, unless both are one house', () => {
    const { verdict, candidates, several } = choose({}, { point: [-96.4, 40.5] });
    expect({ verdict, several }).to.deep.equal({ verdict: 'weak', several: true });
    expect(candidates.map(({ doubts }) => doubts)).to.deep.equal([['several'], ['several']]);
    expect(choose({}, { point: [-96.5001, 40.5] }).verdict).to.equal('sure');
    expect(choose({}, { point: [-96.4, 40.5], quality: 'street' }).verdict).to.equal('sure');
    expect(choosePoint(asked, { found: [], several: true }, { words: {}, bounds: undefined })).to.deep.equal({
      verdict: 'weak',
      candidates: [],
      several: true,
    });
    expect(choose().verdict).to.equal('none');
  });

  it('does not depend on the order of the answer, and never takes one outside the community', () => {
    const place = fc.record({
      point: fc.tuple(fc.integer({ min: -980, max: -950 }), fc.integer({ min: 395, max: 415 })),
      quality: fc.constantFrom(...MATCH_QUALITIES),
      label: fc.stringMatching(/^[a-z]{6}$/),
    });
    const places = fc.uniqueArray(place, { maxLength: 6, selector: ({ label }) => label });
    fc.assert(
      fc.property(places, (some) => {
        const at = some.map(({ point: [x, y], ...rest }) => ({
          ...rest,
          point: [x / 10, y / 10] as [number, number],
        }));
        const one = choose(...at);
        expect(choose(...at.toReversed())).to.deep.equal(one);
        const [best] = one.candidates;
        if (one.verdict === 'sure') expect(best?.doubts).not.to.include('outside');
        for (const { doubts } of one.candidates) expect(MATCH_DOUBTS).to.include.members(doubts);
      }),
    );
  });
});
