import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { Binary } from 'mongodb';
import type { WishMatches } from '../../../core/matching/match.ts';
import { packWishes, unpackWishes } from '../../../server/matches/pack-wishes.ts';

/** Not only wishes: whatever JSON holds comes back as it was. */
const anyWishes = fc.array(fc.jsonValue()) as unknown as fc.Arbitrary<WishMatches[]>;

describe('Packed wishes', () => {
  it('are unpacked to what was packed, whether they come from memory or from the database', () =>
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const packed = packWishes(wishes);
        const expected = JSON.parse(JSON.stringify(wishes));
        expect(unpackWishes(packed)).to.deep.equal(expected);
        expect(unpackWishes(new Binary(packed))).to.deep.equal(expected);
      }),
    ));

  it('hold names in every script', () => {
    const wishes = [{ term: 'Ñandú 学校 🏫' }] as unknown as WishMatches[];
    expect(unpackWishes(packWishes(wishes))).to.deep.equal(wishes);
  });

  it('of which a part is missing are an error, not half an answer', () => {
    const packed = packWishes([{ term: 'reading-tutoring', matches: [] }] as unknown as WishMatches[]);
    expect(() => unpackWishes(packed.subarray(0, packed.length - 4))).to.throw();
    expect(() => unpackWishes(deflateRawSync('[1'))).to.throw();
  });
});
