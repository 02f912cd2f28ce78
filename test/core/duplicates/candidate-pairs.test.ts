import { expect } from 'chai';
import fc from 'fast-check';
import { blockKeys } from '../../../core/duplicates/block-keys.ts';
import { candidatePairs } from '../../../core/duplicates/candidate-pairs.ts';
import { countCommon } from '../../../core/duplicates/commonness.ts';
import { directoryComparables } from '../../../core/duplicates/directory-comparables.ts';
import { directory, duplicateRules, organization } from './duplicate-data.ts';

const word = fc.constantFrom('hope', 'house', 'food', 'bank', 'alder', 'creek', 'north', 'clinic', 'hops');
const some = fc.array(
  fc.record({
    name: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    phone: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  }),
  { maxLength: 25 },
);

function compared(given: readonly { name: string; phone: number | undefined }[]) {
  const organizations = given.map(({ name, phone }, n) =>
    organization(
      String(n).padStart(3, '0'),
      name,
      phone ? { phones: [{ number: `20255500${phone}0` }] } : {},
    ),
  );
  return directoryComparables('organization', directory({ organizations }), duplicateRules);
}

describe('pairs that are compared', () => {
  it('are all that share a key, each once, as long as no key is too common', () => {
    fc.assert(
      fc.property(some, (given) => {
        const records = compared(given);
        const common = countCommon(records);
        const keys = records.map((record) => new Set(blockKeys(record, common)));
        const plain = records.flatMap((_, a) =>
          records.flatMap((_, b) =>
            a < b && [...keys[a]!].some((key) => keys[b]!.has(key)) ? [[a, b]] : [],
          ),
        );
        expect(candidatePairs(records, common, 1000)).to.deep.equal(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('grow with the records, not with their square', () => {
    const pairsAmong = (size: number) => {
      // All of one name and one telephone in five: what a naive block would compare with everybody.
      const records = compared(
        Array.from({ length: size }, (_, n) => ({
          name: `food bank unit${n >> 1}`,
          phone: n % 5 === 0 ? 1 : undefined,
        })),
      );
      return candidatePairs(records, countCommon(records), 40).length;
    };
    const [small, large] = [pairsAmong(500), pairsAmong(2000)];
    expect(small).to.be.at.least(250);
    expect(large / small).to.be.within(3, 5);
  });
});
