import { deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import fc from 'fast-check';
import { Binary } from 'mongodb';
import type { WishMatches } from '../../../core/matching/match.ts';
import { packWishes, unpackWishes } from '../../../server/matches/pack-wishes.ts';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKey } from '../../../server/sealing/new-keys.ts';
import { createSealing } from '../../../server/sealing/sealing.ts';
import { newSealer } from '../../../server/sealing/student-sealer.ts';

const sealing = createSealing(parseKeyRing(`${newKey('k1')},${newKey('index')}`, 'DATA_KEYS'));
const sealerFor = (id: string) => newSealer(sealing, id).sealer;
const sealer = sealerFor('ann');

/** Not only wishes: whatever JSON holds comes back as it was. */
const anyWishes = fc.array(fc.jsonValue()) as unknown as fc.Arbitrary<WishMatches[]>;

describe('Packed wishes', () => {
  it('are unpacked to what was packed, whether they come from memory or from the database', () =>
    fc.assert(
      fc.property(anyWishes, (wishes) => {
        const packed = packWishes(sealer, wishes);
        const expected = JSON.parse(JSON.stringify(wishes));
        expect(unpackWishes(sealer, packed)).to.deep.equal(expected);
        expect(unpackWishes(sealer, new Binary(packed))).to.deep.equal(expected);
      }),
    ));

  it('hold names in every script', () => {
    const wishes = [{ term: 'Ñandú 学校 🏫' }] as unknown as WishMatches[];
    expect(unpackWishes(sealer, packWishes(sealer, wishes))).to.deep.equal(wishes);
  });

  it('of which a part is missing are an error, not half an answer', () => {
    const packed = packWishes(sealer, [
      { term: 'reading-tutoring', matches: [] },
    ] as unknown as WishMatches[]);
    expect(() => unpackWishes(sealer, packed.subarray(0, packed.length - 4))).to.throw();
    expect(() => unpackWishes(sealer, sealer.sealBytes(deflateRawSync('[1'), 'matches'))).to.throw();
  });

  it('of one student do not open with the key of another', () => {
    const packed = packWishes(sealer, []);
    expect(() => unpackWishes(sealerFor('bob'), packed)).to.throw();
  });
});
